// A report as HTML that reads without scripts. Everything that is said is escaped here, and nowhere else.
#include "base/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/chart_data.h"
#include "report/page.h"
#include "report/report.h"

namespace polder::report {
namespace {

/// Writes blocks one after another; figures and tables are numbered as they come. Sections after the answer can be
/// folded: they are open here, and a script folds them on a narrow screen.
class Writer {
 public:
  Writer(const Report& report, bool charts) : report_(report), charts_(charts) {}

  std::string body() {
    head();
    std::size_t number = 0;
    for (const Section& section : report_.sections) {
      const bool folds = number > 0;  // the answer never does
      html_ += fmt::format("<section id=\"{}\" aria-labelledby=\"{}-title\">\n", section.id, section.id);
      const std::string title =
          fmt::format("<h2 id=\"{}-title\">{}. {}</h2>", section.id, ++number, in_html(section.title));
      html_ += folds ? fmt::format("<details open class=\"part\">\n<summary>{}</summary>\n", title) : title + "\n";
      for (const Block& block : section.blocks) std::visit([this](const auto& one) { write(one); }, block);
      if (&section == &report_.sections.back()) tables();
      html_ += folds ? "</details>\n</section>\n" : "</section>\n";
    }
    return html_ + "</main>\n";
  }

 private:
  std::string_view say(std::string_view nl, std::string_view en) const { return in(report_.tongue, nl, en); }

  void head() {
    html_ += fmt::format("<a class=\"skip\" href=\"#answer\">{}</a>\n<header>\n<p class=\"kind\">{}</p>\n<h1>{}</h1>\n",
                         say("Naar het antwoord", "To the answer"), say("Polder-rapport", "Polder report"),
                         in_html(report_.title));
    if (!report_.question.empty()) html_ += fmt::format("<p class=\"question\">{}</p>\n", in_html(report_.question));
    html_ += "<dl class=\"facts\">\n";
    for (const auto& [name, value] : report_.facts)
      html_ += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", in_html(name), in_html(value));
    html_ += fmt::format("</dl>\n</header>\n<nav aria-label=\"{0}\">\n<details open>\n<summary>{0}</summary>\n<ol>\n",
                         say("Inhoud", "Contents"));
    for (const Section& section : report_.sections)
      html_ += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, in_html(section.title));
    html_ += "</ol>\n</details>\n</nav>\n<main>\n";
  }

  void tables() {
    html_ += tables_;
    if (!any_folded_) return;
    html_ +=
        fmt::format("<p class=\"on-paper\">{}</p>\n",
                    fmt::format(fmt::runtime(say("Tabellen van meer dan {} regels staan in het rapport op het scherm.",
                                                 "Tables of more than {} rows are in the report on screen.")),
                                long_table));
  }

  void write(const Paragraph& paragraph) {
    html_ += fmt::format("<p{}>{}</p>\n", paragraph.notice ? " class=\"notice\"" : "", in_html(paragraph.text));
  }

  void write(const List& list) {
    const std::string_view tag = list.ordered ? "ol" : "ul";
    html_ += fmt::format("<{} class=\"sentences\">\n", tag);
    for (const std::string& item : list.items) html_ += fmt::format("<li>{}</li>\n", in_html(item));
    html_ += fmt::format("</{}>\n", tag);
  }

  void write(const Commands& commands) {
    std::string lines;
    for (const std::string& line : commands.lines) lines += in_html(line) + "\n";
    html_ += fmt::format("<pre tabindex=\"0\"><code>{}</code></pre>\n", lines);
  }

  void write(const NamedTable& named) {
    const std::string id = fmt::format("list-{}", ++lists_);
    const std::string table = table_of(named.table, named.title, id, named.folded);
    if (named.folded)
      html_ += in_details(named.title, named.table, table, "class=\"list\"");
    else
      html_ += table;
  }

  void write(const Figure& figure) {
    const std::string title = fmt::format("{} {}. {}", say("Figuur", "Figure"), ++figures_, in_html(figure.title));
    html_ += fmt::format(
        "<figure id=\"{0}\" aria-labelledby=\"{0}-title\" aria-describedby=\"{0}-summary\">\n<figcaption>\n"
        "<h3 id=\"{0}-title\">{1}</h3>\n<p id=\"{0}-summary\">{2}</p>\n</figcaption>\n",
        figure.id, title, in_html(figure.summary));
    const std::string caption = fmt::format("{} {}. {}", say("Tabel", "Table"), figures_, figure.title);
    const bool folded = charts_ && figure.table.rows.size() > long_table;
    std::string table = table_of(figure.table, caption, "table-" + figure.id, folded);
    if (charts_)
      table += fmt::format("<p class=\"to-figure\"><a href=\"#{}\">{} {}</a></p>\n", figure.id,
                           say("Naar figuur", "To figure"), figures_);
    any_folded_ = any_folded_ || folded;
    if (folded)
      table = in_details(caption, figure.table, table, "open class=\"long\"");  // open where no script folds it
    if (charts_) {
      html_ += fmt::format(
          "<div class=\"chart\" data-chart=\"{0}\"></div>\n<p class=\"to-table\"><a "
          "href=\"#table-{0}\">{1} {2}: {3}</a></p>\n",
          figure.id, say("Tabel", "Table"), figures_, say("alle getallen", "all numbers"));
      tables_ += table;
    } else {
      html_ += table;
    }
    html_ += "</figure>\n";
  }

  /// A table behind its name and size.
  std::string in_details(const std::string& name, const TextTable& table, const std::string& html,
                         std::string_view attributes) const {
    return fmt::format("<details {}>\n<summary>{} ({} {})</summary>\n{}</details>\n", attributes, in_html(name),
                       table.rows.size(), say("regels", "rows"), html);
  }

  static std::string table_of(const TextTable& table, const std::string& caption, const std::string& id, bool folded) {
    std::string html = fmt::format(
        "<div class=\"scroll\" id=\"{}\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">\n"
        "<table>\n",
        id, in_html(caption));
    if (!folded) html += fmt::format("<caption>{}</caption>\n", in_html(caption));
    html += "<thead><tr>";
    const auto kind = [&](std::size_t column) { return column >= table.first_number ? " class=\"number\"" : ""; };
    for (std::size_t i = 0; i < table.heads.size(); ++i)
      html += fmt::format("<th scope=\"col\"{}>{}</th>", kind(i), in_html(table.heads[i]));
    html += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      html += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i)
        html += i == 0 ? fmt::format("<th scope=\"row\">{}</th>", in_html(row[i]))
                       : fmt::format("<td{}>{}</td>", kind(i), in_html(row[i]));
      html += "</tr>\n";
    }
    return html + "</tbody>\n</table>\n</div>\n";
  }

  const Report& report_;
  bool charts_;
  std::string html_, tables_;
  std::size_t figures_ = 0, lists_ = 0;
  bool any_folded_ = false;
};

/// Puts `text` in place of the only `mark`.
void put(std::string& page, std::string_view mark, const std::string& text) {
  const std::size_t at = page.find(mark);
  ensure(at != std::string::npos, "the page of reports has a place for everything");
  page.replace(at, mark.size(), text);
}

}  // namespace

std::string to_html(const Report& report, std::string_view page, bool charts) {
  std::string html(page);
  // From the end to the start: a mark in what is put in is never looked for.
  put(html, "polder:data", charts ? chart_data(report) : "{}");
  put(html, "<!--polder:body-->", Writer(report, charts).body());
  put(html, "polder:title", in_html(report.title));
  put(html, "polder:lang", code_of(report.tongue));
  return html;
}

std::string to_html(const Report& report) { return to_html(report, page_of_reports(), draws_charts()); }

}  // namespace polder::report
