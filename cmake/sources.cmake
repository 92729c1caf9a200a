# The sources of every module: a file that is not listed is not built (tests/architecture compares the list with the
# folders).
set(sources_of_base detmath.cpp error.cpp hash.cpp html.cpp month.cpp packing.cpp parallel.cpp random.cpp)
set(sources_of_data csv.cpp problems.cpp source.cpp yaml.cpp yaml_events.cpp)
set(sources_of_world age_structure.cpp assign_jobs.cpp assumptions.cpp background_arrangements.cpp border.cpp
    build_benefits.cpp build_country.cpp build_firms.cpp build_histories.cpp build_jobs.cpp build_labour.cpp
    build_residents.cpp build_vacancies.cpp build_world.cpp choice.cpp country_files.cpp country_files_border.cpp
    country_files_chain.cpp country_files_classes.cpp country_files_cooperation.cpp country_files_governments.cpp
    country_files_groups.cpp country_files_places.cpp country_files_shapes.cpp country_files_sheet.cpp
    country_files_vintages.cpp draw_establishments.cpp education.cpp entitlement.cpp establishment_size.cpp
    forecast.cpp great_circle.cpp ledger.cpp margins.cpp market.cpp occupation_graph.cpp occupation_weights.cpp
    programmes.cpp proportional_fitting.cpp reach.cpp scope.cpp situation.cpp supply_chain.cpp task_budgets.cpp
    vintage.cpp whole_numbers.cpp)
set(sources_of_scenario arrangement_checks.cpp arrangements.cpp design.cpp design_points.cpp events.cpp
    events_firms.cpp events_governments.cpp fields.cpp lever_settings.cpp levers.cpp odd_settings.cpp
    parameter_files.cpp parameter_meanings.cpp parameter_table.cpp partners.cpp places.cpp resolved.cpp samples.cpp
    scenario_list.cpp settings.cpp study.cpp tree.cpp values.cpp vary.cpp)
set(sources_of_government agreement.cpp appraisal.cpp attention.cpp bargaining.cpp buig_terms.cpp cards.cpp
    contributions.cpp council.cpp deals.cpp decisions.cpp dials.cpp effort.cpp foresight.cpp grants.cpp
    information.cpp jurisdiction.cpp legitimacy.cpp mediation.cpp membership.cpp oates.cpp pot.cpp
    relative_service.cpp service.cpp setting.cpp territory.cpp ties.cpp trust.cpp trusts.cpp)
set(sources_of_systems benefits/change_benefits.cpp benefits/guidance.cpp benefits/sheltered.cpp
    cooperation/consents.cpp cooperation/decide.cpp cooperation/help_workers.cpp cooperation/incidents.cpp
    cooperation/joining.cpp cooperation/leave.cpp cooperation/move_tasks.cpp cooperation/propose_help.cpp
    cooperation/provide_services.cpp cooperation/review_levels.cpp cooperation/trust.cpp cooperation/votes.cpp
    demography/grow_older.cpp demography/welcome.cpp education/choose.cpp education/outlook.cpp education/places.cpp
    finance/adopt_budgets.cpp finance/agenda.cpp finance/buig.cpp finance/incentive.cpp finance/pay.cpp
    finance/set_buig.cpp finance/tasks.cpp firms/close_and_open.cpp firms/demand.cpp firms/pass_on.cpp
    firms/post_vacancies.cpp firms/targets.cpp firms/threat.cpp governance/begin.cpp governance/carry_out_mandates.cpp
    governance/coalition.cpp governance/hold_elections.cpp governance/keep_accounts_of_hours.cpp governance/merge.cpp
    governance/set_course.cpp governance/weigh_legitimacy.cpp jobs/jobs.cpp labour/applications.cpp
    labour/count_demand.cpp labour/end_jobs.cpp labour/hire.cpp labour/match_vacancies.cpp labour/participation.cpp
    labour/stable_matching.cpp labour/vacancy_cells.cpp life/bounds.cpp life/chances.cpp life/draw_events.cpp
    life/effort.cpp training/courses.cpp training/end_courses.cpp training/grant_places.cpp)
set(sources_of_indicators catalogue.cpp catalogue_governments.cpp follow.cpp incomes.cpp network.cpp observe.cpp
    occupation_balance.cpp parts.cpp payments.cpp sums.cpp sums_governments.cpp units.cpp)
set(sources_of_simulation checkpoint.cpp identities.cpp make_model.cpp month.cpp redraw.cpp run.cpp scripts.cpp)
set(sources_of_ensemble branches.cpp ensemble.cpp identity.cpp parts.cpp replicates.cpp work.cpp)
set(sources_of_calibrate calibrate.cpp distance.cpp measure.cpp minimise.cpp moments.cpp report.cpp tally.cpp
    target_values.cpp targets.cpp)
set(sources_of_sensitivity analysis.cpp estimators.cpp outcomes.cpp)
set(sources_of_store database.cpp digests.cpp export.cpp files.cpp folder.cpp insert_run.cpp layout.cpp manifest.cpp
    scratch_folder.cpp store.cpp take_over.cpp)
set(sources_of_compare closure.cpp comparison.cpp comparison_text.cpp composites.cpp luck.cpp paired_difference.cpp
    pareto.cpp payments.cpp precision.cpp shapley.cpp)
set(sources_of_report certainty.cpp chart_data.cpp context.cpp decision_story.cpp hexagons.cpp html.cpp
    make_report.cpp numbers.cpp phrases.cpp reading.cpp roles.cpp section_answer.cpp section_basis.cpp
    section_choices.cpp section_compared.cpp section_decisions.cpp section_figures.cpp section_groups.cpp
    section_money.cpp section_places.cpp section_sensitivity.cpp sentences.cpp settings.cpp told.cpp)
set(sources_of_reproduce archive.cpp crate.cpp crate_metadata.cpp rerun.cpp)
set(sources_of_cli areas.cpp calibrate.cpp check.cpp compare.cpp doctor.cpp error_codes.cpp estimate.cpp explain.cpp
    explain_cascade.cpp explain_decision.cpp explain_difference.cpp explain_entries.cpp explain_governments.cpp
    explain_levels.cpp explain_lists.cpp explain_region.cpp explain_routes.cpp explain_world.cpp export.cpp
    interrupts.cpp level_matrix.cpp new_study.cpp options.cpp plan.cpp precision.cpp print.cpp problem_texts.cpp
    progress.cpp region.cpp report.cpp reproduce.cpp rerun.cpp result_folder.cpp run.cpp sensitivity.cpp status.cpp
    switches.cpp table.cpp templates.cpp texts.cpp usage.cpp verify.cpp why.cpp)
