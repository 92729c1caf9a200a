// What a report says: plain data, in one language, ready to be written as HTML and JSON.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "report/language.h"

namespace polder::report {

/// A table of texts; columns of numbers are aligned to the right.
struct TextTable {
  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> rows;
  std::size_t first_number = 1;  // columns from here on hold numbers; the number of columns: none does
};

inline constexpr std::size_t long_table = 24;  // rows; what has more shows its most important ones first

/// A value with its 95 % interval in the unit of its chart, and the same in words for labels.
struct Dot {
  std::string label, text;
  double mean = 0, low = 0, high = 0;
  bool visible = false;  // the interval leaves out nothing
};
struct DotPanel {
  std::string title;  // name and unit
  std::vector<Dot> dots;
};
struct Dots {
  std::vector<DotPanel> panels;
};

/// A line per panel with its band, by month; NaN where nothing was measured.
struct LinePanel {
  std::string label;
  std::vector<double> mean, low, high;
};
struct Lines {
  std::vector<std::string> months;  // "2026-01"
  bool change = true;             // differences, with a line at 0; or levels, beside those of the reference
  std::vector<double> reference;  // of levels
  std::string reference_label;
  std::vector<LinePanel> panels;
};

struct Hexagon {
  int column = 0, row = 0;  // odd rows are shifted to the right by half a hexagon
  std::string name;
};
struct MapPanel {
  std::string label;
  std::vector<int> classes;        // by hexagon: -3..3, 0 within noise
  std::vector<std::string> texts;  // by hexagon
};
struct HexagonMap {
  std::vector<Hexagon> hexagons;
  std::vector<std::string> legend;  // of the classes -3..3
  std::vector<MapPanel> panels;
};

struct Flow {
  std::string payer, payee, purpose, text;
  double amount = 0;  // EUR a year more (above 0) or less
};
struct FlowPanel {
  std::string label;
  std::vector<Flow> flows;
};
struct Flows {
  std::vector<FlowPanel> panels;
};

enum class StepKind { Proposed, Prepared, For, Against, Decided, Rejected, Begun, Broken };
struct Step {
  std::size_t lane = 0;
  std::string month, text;
  StepKind kind = StepKind::Proposed;
};
struct LanePanel {
  std::string label;
  std::vector<std::string> lanes;
  std::vector<Step> steps;
};
struct Lanes {
  std::string from, to;
  std::vector<std::string> kinds;  // words, by kind of step
  std::vector<LanePanel> panels;
};

struct Spot {
  std::string label, text;
  double x = 0, y = 0, low = 0, high = 0;  // interval of y
};
struct Spots {
  std::string x_title, y_title;
  std::vector<Spot> spots;
};

struct Bar {
  std::string label, text;
  double value = 0;
};
struct Bars {
  std::vector<Bar> bars;
};

using Chart = std::variant<Dots, Lines, HexagonMap, Flows, Lanes, Spots, Bars>;

/// A chart with its name, what it says in a sentence, and all its numbers.
struct Figure {
  std::string id, title, summary;
  Chart chart;
  TextTable table;
};

struct Paragraph {
  std::string text;
  bool notice = false;  // to be seen before reading on
};
struct List {
  std::vector<std::string> items;
  bool ordered = false;
};
struct Commands {
  std::vector<std::string> lines;
};
struct NamedTable {
  std::string title;
  TextTable table;
  bool folded = false;  // long: opened on request
};

using Block = std::variant<Paragraph, List, Commands, NamedTable, Figure>;

struct Section {
  std::string id, title;
  std::vector<Block> blocks;
};

struct Report {
  Tongue tongue = Tongue::English;
  std::string title, question;
  std::vector<std::pair<std::string, std::string>> facts;  // region, period, ...
  std::vector<Section> sections;
};

}  // namespace polder::report
