#include "report/decision_story.h"

#include <array>

#include "government/decisions.h"

namespace polder::report {
namespace {

struct Deed {
  std::string_view step, nl, en;
};

/// What an actor does, by step; of a decision for or against the two outcomes.
constexpr Deed deeds[] = {
    {"proposed", "stelt hulp voor", "proposes help"},
    {"proposed_move", "stelt voor de taak daarheen te brengen", "proposes to bring the task there"},
    {"prepared", "heeft het voorstel voorbereid", "has prepared the proposal"},
    {"voted", "stemt voor", "votes for it"},
    {"voted_against", "stemt tegen", "votes against it"},
    {"adopted", "neemt het besluit", "adopts it"},
    {"rejected", "komt deze ronde niet tot een besluit", "comes to no decision in this round"},
    {"lapsed", "laat het voorstel vervallen", "lets the proposal lapse"},
    {"executed", "begint met de uitvoering", "begins to carry it out"},
    {"breached", "komt de afspraak niet na", "does not keep its promise"},
    {"joined", "doet mee", "joins"},
    {"joined_against", "doet niet mee", "stays out"},
    {"left", "vertrekt en doet de taak zelf", "leaves and carries the task out at home"},
    {"left_against", "zegt op", "gives notice"},
    {"elected", "kiest een raad", "elects a council"},
    {"agreed", "heeft een nieuw college", "has a new college"},
    {"fell", "ziet het college vallen", "sees its college fall"},
    {"merged", "gaat op in", "merges into"},
    {"awarded", "wint met de regio geld van het Rijk", "wins money of Rijk with its region"},
};

}  // namespace

std::string_view deed_of(const DecisionRow& row, Tongue tongue) {
  const bool either_way = row.step == "voted" || row.step == "joined" || row.step == "left";
  std::string step = row.step;
  if (either_way && row.outcome == 0) step += "_against";
  if (row.reason == government::text_of(government::Reason::LevelSuits).key) step += "_move";
  for (const Deed& deed : deeds)
    if (deed.step == step) return in(tongue, deed.nl, deed.en);
  return row.step;
}

std::string_view level_name(std::string_view level, Tongue tongue) {
  constexpr std::array<std::array<std::string_view, 3>, 7> names{
      {{"local", "gemeente", "municipality"},
       {"network", "netwerk", "network"},
       {"centre", "centrumgemeente", "centre municipality"},
       {"joint", "gemeenschappelijke regeling", "joint body"},
       {"province", "provincie", "province"},
       {"national", "Rijk", "Rijk"},
       {"international", "Europese Unie", "European Union"}}};
  for (const auto& name : names)
    if (name[0] == level) return in(tongue, name[1], name[2]);
  return level;
}

bool is_merger(const DecisionRow& row) { return row.step == government::to_text(DecisionStep::Merged); }

std::string_view level_of(const DecisionRow& row, Tongue tongue) {
  return level_name(is_merger(row) ? to_text(Level::Local) : row.level, tongue);
}

std::string_view reason_of(const DecisionRow& row, Tongue tongue) {
  const government::ReasonText text = government::reason_called(row.reason);
  return in(tongue, text.nl, text.en);
}

StepKind kind_of(const DecisionRow& row) {
  const std::string& step = row.step;
  if (step == "proposed") return StepKind::Proposed;
  if (step == "prepared") return StepKind::Prepared;
  if (step == "voted" || step == "joined") return row.outcome != 0 ? StepKind::For : StepKind::Against;
  if (step == "adopted" || step == "awarded") return StepKind::Decided;
  if (step == "rejected" || step == "lapsed") return StepKind::Rejected;
  if (step == "breached" || step == "fell" || step == "left") return StepKind::Broken;
  return StepKind::Begun;
}

std::string_view name_of(StepKind kind, Tongue tongue) {
  switch (kind) {
    case StepKind::Proposed:
      return in(tongue, "voorstel", "proposal");
    case StepKind::Prepared:
      return in(tongue, "voorbereid", "prepared");
    case StepKind::For:
      return in(tongue, "voor", "for");
    case StepKind::Against:
      return in(tongue, "tegen", "against");
    case StepKind::Decided:
      return in(tongue, "besluit", "decision");
    case StepKind::Rejected:
      return in(tongue, "geen besluit", "no decision");
    case StepKind::Begun:
      return in(tongue, "uitvoering", "carried out");
    case StepKind::Broken:
      return in(tongue, "afgehaakt", "broken off");
  }
  return "";
}

}  // namespace polder::report
