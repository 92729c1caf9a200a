// What it rests on: assumptions, how to do it again, and what the words mean.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "polder/indicators/indicator.h"
#include "report/sections.h"
#include "store/manifest.h"

namespace polder::report {
namespace {

constexpr std::array<std::string_view, 4> status_keys{"measured", "computed", "recalled", "assumed"};

std::size_t count_of(const Context& context, std::string_view status) {
  return static_cast<std::size_t>(std::ranges::count(context.settings.assumptions, status, &Assumption::status));
}

Figure status_figure(const Context& context) {
  const auto all = context.settings.assumptions.size();
  Figure figure{"assumptions-status",
                fmt::format(fmt::runtime(context.say("Herkomst van de {} getallen van het model in deze studie",
                                                     "Where the {} numbers of the model in this study come from")),
                            all),
                fmt::format(fmt::runtime(context.say(
                                "{} zijn gemeten of berekend uit cijfers, {} uit herinnering aangehaald, en {} "
                                "aangenomen.",
                                "{} are measured or computed from figures, {} are recalled, and {} are "
                                "assumed.")),
                            count_of(context, "measured") + count_of(context, "computed"),
                            count_of(context, "recalled"), count_of(context, "assumed")),
                Bars{},
                {{std::string(context.say("herkomst", "status")), std::string(context.say("getallen", "numbers")),
                  std::string(context.say("aandeel", "share"))},
                 {},
                 1}};
  for (const std::string_view status : status_keys) {
    const std::size_t count = count_of(context, status);
    const std::string name = status_name(std::string(status), context.tongue);
    std::get<Bars>(figure.chart).bars.push_back({name, fmt::format("{}", count), static_cast<double>(count)});
    figure.table.rows.push_back(
        {name, fmt::format("{}", count),
         number(100. * static_cast<double>(count) / static_cast<double>(all), 1, context.tongue) + " %"});
  }
  return figure;
}

/// The reader's names of scenarios, as flags.
std::string names_of(const Context& context) {
  std::string flags;
  for (const auto& [scenario, label] : context.labels) flags += " --name " + store::shell_word(scenario + "=" + label);
  return flags;
}

/// The second result of the report, beside the first, as a flag.
std::string design_of(const Context& context) {
  if (context.design == nullptr) return {};
  const auto folder = std::filesystem::absolute(context.design->folder()).lexically_normal();
  const auto name = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
  return " --sensitivity " + store::shell_word("../" + name.string());
}

}  // namespace

Section assumptions_section(const Context& context) {
  Section section{"assumptions", std::string(context.say("Aannames", "Assumptions")), {}};
  if (context.settings.assumptions.empty()) return section;
  section.blocks.push_back(Paragraph{std::string(context.say(
      "Elk getal van het model heeft een herkomst: gemeten (een gepubliceerd cijfer), berekend (uit cijfers), uit "
      "herinnering aangehaald (een bekend cijfer, niet opnieuw opgezocht) of aangenomen (een redelijke schatting). Hoe "
      "meer "
      "het antwoord hangt aan een aanname, hoe voorzichtiger u het leest.",
      "Every number of the model has a status: measured (a published figure), computed (from figures), recalled (a "
      "known "
      "figure, not looked up again) or assumed (a reasonable guess). The more an answer hangs on an assumption, the "
      "more "
      "carefully it should be read."))});
  if (context.design == nullptr)
    section.blocks.push_back(Paragraph{
        std::string(context.say("Van welke aannames het antwoord afhangt, is in dit rapport niet uitgezocht.",
                                "Which assumptions the answer depends on has not been looked into in this report."))});
  section.blocks.push_back(status_figure(context));
  NamedTable table{std::string(context.say("Alle getallen die zijn aangenomen of uit herinnering aangehaald",
                                           "All numbers that are assumed or recalled")),
                   {},
                   true};
  table.table.heads = {std::string(context.say("betekenis", "meaning")), std::string(context.say("naam", "name")),
                       std::string(context.say("waarde", "value")),      std::string(context.say("bereik", "range")),
                       std::string(context.say("herkomst", "status")),   std::string(context.say("bron", "source"))};
  table.table.first_number = table.table.heads.size();
  for (const Assumption& one : context.settings.assumptions)
    if (one.status == "assumed" || one.status == "recalled")
      table.table.rows.push_back({meaning_of_number(one.key, context.tongue), one.key, one.value + " " + one.unit,
                                  one.range, status_name(one.status, context.tongue), one.source});
  section.blocks.push_back(std::move(table));
  return section;
}

Section reproduce_section(const Context& context) {
  Section section{"reproduce", std::string(context.say("Zelf narekenen", "How to reproduce")), {}};
  const StoreHeader& header = context.store().header();
  const store::Manifest manifest = store::read_manifest(context.store().folder());
  std::size_t replicates = 0;
  for (const std::string& scenario : header.scenarios)
    replicates = std::max(replicates, context.store().replicates(scenario).size());
  section.blocks.push_back(
      Paragraph{std::string(context.say("Dezelfde invoer geeft dezelfde cijfers, tot op de byte. In de map van het "
                                        "resultaat, met dezelfde versie van polder: "
                                        "een paar doorrekeningen opnieuw, of alle.",
                                        "The same input gives the same figures, to the byte. In the folder of the "
                                        "result, with the same version of polder: "
                                        "a few runs again, or all of them."))});
  section.blocks.push_back(Commands{
      {"polder verify . --runs 5", "polder export . --to ro-crate --out crate.zip", "polder reproduce crate.zip"}});
  section.blocks.push_back(Paragraph{std::string(context.say("Zo is het gemaakt, met de kopieën van de invoer:",
                                                             "So it was made, with the copies of the inputs:"))});
  section.blocks.push_back(Commands{
      {command_of(manifest, replicates) + " --out ../again",
       fmt::format("polder report . --lang {}{}{}", code_of(context.tongue), design_of(context), names_of(context))}});
  NamedTable versions{std::string(context.say("Versies en vingerafdrukken", "Versions and fingerprints")), {}, false};
  versions.table.heads = {std::string(context.say("wat", "what")), std::string(context.say("waarde", "value"))};
  versions.table.first_number = 2;
  auto& rows = versions.table.rows;
  rows.push_back({"polder", header.engine_version});
  rows.push_back({std::string(context.say("bronnen van het model (SHA-256)", "sources of the model (SHA-256)")),
                  header.model_sources});
  rows.push_back({std::string(context.say("instellingen (SHA-256)", "settings (SHA-256)")), manifest.settings});
  if (context.design != nullptr)
    rows.push_back({std::string(context.say("tweede resultaat (SHA-256)", "second result (SHA-256)")),
                    store::read_manifest(context.design->folder()).settings});
  rows.push_back({std::string(context.say("compiler", "compiler")), manifest.compiler});
  rows.push_back({std::string(context.say("startgetal van het toeval", "seed")), fmt::format("{}", header.seed)});
  if (!manifest.sessions.empty())
    rows.push_back({std::string(context.say("doorgerekend", "run")), manifest.sessions.front().started});
  section.blocks.push_back(std::move(versions));
  NamedTable inputs{std::string(context.say("De invoerbestanden (SHA-256)", "The input files (SHA-256)")),
                    {{std::string(context.say("bestand", "file")), "SHA-256"}, {}, 2},
                    true};
  for (const auto& input : manifest.inputs) inputs.table.rows.push_back({input.name, input.sha256});
  section.blocks.push_back(std::move(inputs));
  section.blocks.push_back(Paragraph{fmt::format(
      fmt::runtime(context.say(
          "Aanhalen als: Polder maintainers, Polder: a multi-level governance simulation engine, versie {}; studie {}, "
          "resultaat {}. Programma en gegevens staan onder de licentie Apache-2.0; bronnen van de cijfers staan bij "
          "het "
          "land in de invoer.",
          "Cite as: Polder maintainers, Polder: a multi-level governance simulation engine, version {}; study {}, "
          "result "
          "{}. Program and data are under the Apache-2.0 licence; sources of the figures are with the country in the "
          "inputs.")),
      header.engine_version, in_quotes(context.tongue == Tongue::Dutch ? header.title_nl : header.title_en),
      manifest.settings.substr(0, 12))});
  return section;
}

Section tables_section(const Context& context) {
  Section section{"tables", std::string(context.say("Begrippen en tabellen", "Terms and tables")), {}};
  NamedTable terms{std::string(context.say("Wat de kerncijfers betekenen", "What the key figures mean")), {}, false};
  terms.table.heads = {std::string(context.say("kerncijfer", "key figure")),
                       std::string(context.say("betekenis", "meaning")), std::string(context.say("beter", "better"))};
  terms.table.first_number = 3;
  std::set<std::string> told;
  for (const auto& outcomes :
       {std::vector<Outcome>{context.main}, outcomes_of_plants(context), outcomes_of_area(context)})
    for (const Outcome& outcome : outcomes) {
      if (!told.insert(outcome.measure.key).second) continue;
      for (const auto& column : context.store().dictionary())
        if (column.key == outcome.measure.key)
          terms.table.rows.push_back(
              {outcome.measure.name, context.tongue == Tongue::Dutch ? column.meaning_nl : column.meaning_en,
               std::string(outcome.measure.better > 0   ? context.say("hoger", "higher")
                           : outcome.measure.better < 0 ? context.say("lager", "lower")
                                                        : context.say("geen van beide", "neither"))});
    }
  NamedTable words{std::string(context.say("Hoe zeker: de woorden", "How sure: the words")), {}, false};
  words.table.heads = {std::string(context.say("woorden", "words")), std::string(context.say("wanneer", "when"))};
  words.table.first_number = 2;
  const auto word = [&](Certainty certainty, std::string_view nl, std::string_view en) {
    words.table.rows.push_back({std::string(words_of(certainty, context.tongue)), std::string(context.say(nl, en))});
  };
  word(Certainty::AlmostCertain,
       "minstens 17 van de 20 doorrekeningen gaan dezelfde kant op, en het zijn er zes of meer",
       "at least 17 of 20 runs go the same way, and there are six or more");
  word(Certainty::Likely, "minstens 14 van de 20, en het zijn er vier of meer", "at least 14 of 20, of four or more");
  word(Certainty::MoreOftenThanNot, "minstens 11 van de 20, en het zijn er vier of meer",
       "at least 11 of 20, of four or more");
  word(Certainty::CouldGoEitherWay, "minder dan 11 van de 20", "fewer than 11 of 20");
  word(Certainty::TooFewRuns, "drie doorrekeningen of minder", "three runs or fewer");
  word(Certainty::Exact, "het verschil is in elke doorrekening hetzelfde, en niet nul",
       "the difference is the same in every run, and not nothing");
  word(Certainty::NoVisibleDifference, "de 95%-marge van toeval sluit nul niet uit",
       "the 95 % margin of chance does not leave out nothing");
  section.blocks.push_back(std::move(terms));
  section.blocks.push_back(std::move(words));
  return section;
}

}  // namespace polder::report
