#include "report/html/blocks.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ficap::report::html {

namespace {

bool is_in_words(const Table& table, std::size_t column) {
  return column == 0 || (column < table.in_words.size() && table.in_words[column]);
}

Element cell_of(const Table& table, std::size_t column, bool is_heading) {
  Element cell = is_heading ? Element{"th"} : Element{"td"};
  if (is_heading) cell.with("scope", "col");
  if (!is_in_words(table, column)) {
    cell.with("class", "figure");
  } else if (column > 0) {
    cell.with("class", "words");
  }
  return cell;
}

// A label that begins with blanks belongs to the row before it.
Markup row_heading(const std::string& label) {
  const std::size_t indent = std::min(label.find_first_not_of(' '), label.size());
  Element cell{"th"};
  cell.with("scope", "row");
  if (indent > 0) cell.with("class", "within");
  return cell.around(label.substr(indent));
}

Markup head_of(const Table& table) {
  Markup cells;
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    cells += cell_of(table, column, true).around(table.columns[column]);
  return Element{"thead"}.around(Element{"tr"}.around(cells));
}

Markup body_of(const Table& table) {
  Markup rows;
  for (const Row& row : table.rows) {
    if (row.cells.size() == 1 && table.columns.size() > 1) {
      rows += Element{"tr"}.around(Element{"th"}
                                       .with("class", "group")
                                       .with("scope", "colgroup")
                                       .with("colspan", std::to_string(table.columns.size()))
                                       .around(row.cells.front()));
      continue;
    }
    Markup cells = row_heading(row.cells.front());
    for (std::size_t column = 1; column < row.cells.size(); ++column)
      cells += cell_of(table, column, false).around(row.cells[column]);
    Element line{"tr"};
    if (row.is_total) line.with("class", "total");
    rows += line.around(cells);
  }
  return Element{"tbody"}.around(rows);
}

Markup to_save(const char* words,
               const std::string& file_name,
               const char* media_type,
               const std::string& content) {
  return Element{"a"}
      .with("href", data_address(media_type, content))
      .with("download", file_name)
      .around(words);
}

}  // namespace

Markup BlockWriter::operator()(const Heading& heading) const {
  return Element{"h3"}.around(heading.words);
}

Markup BlockWriter::operator()(const Paragraph& paragraph) const {
  Element element{"p"};
  if (paragraph.tone == Tone::lead) element.with("class", "lead");
  if (paragraph.tone == Tone::note) element.with("class", "note");
  return element.around(paragraph.words);
}

Markup BlockWriter::operator()(const Bullets& bullets) const {
  Markup items;
  for (const std::string& item : bullets.items)
    items += Element{"li"}.around(item);
  return Element{"ul"}.around(items);
}

Markup BlockWriter::operator()(const Terms& terms) const {
  Markup entries;
  for (const auto& [term, said] : terms.entries)
    entries += Element{"dt"}.around(term) + Element{"dd"}.around(said);
  return Element{"dl"}.around(entries);
}

Markup BlockWriter::operator()(const Table& table) {
  const std::string id = "table-" + std::to_string(++tables_);
  Element element{"table"};
  if (table.to_be_filled_in) element.with("class", "sign");
  // Wide tables move within a box of their own, which the keyboard reaches.
  return Element{"div"}
      .with("class", "scroll")
      .with("tabindex", "0")
      .with("role", "region")
      .with("aria-labelledby", id)
      .around(element.around(Element{"caption"}.with("id", id).around(table.caption) +
                             head_of(table) + body_of(table)));
}

Markup BlockWriter::operator()(const Figure& figure) {
  const chart::Words& words = chart::words_of(figure.chart);
  const std::string specification = chart::specification(figure.chart, cited_as_);
  const std::string number = std::to_string(++figures_);
  const std::string file = "figure-" + number + "-" + slug(words.headline).substr(0, 48);
  const Markup caption = Element{"figcaption"}.around(
      Element{"h3"}.with("id", "figure-" + number).around(words.headline) +
      Element{"p"}.around(words.subtitle));
  const Markup drawing = Element{"div"}
                             .with("class", "drawing")
                             .with("role", "img")
                             .with("aria-label", words.description)
                             .with("data-drawing", "due")
                             .around(Markup{}) +
                         Element{"script"}
                             .with("type", "application/json")
                             .with("data-chart")
                             .around_bytes(specification);
  const Markup downloads =
      Element{"ul"}
          .with("class", "downloads")
          .around(Element{"li"}.around(to_save("Figures (CSV)",
                                               file + ".csv",
                                               "text/csv",
                                               csv(data_of(figure.chart), cited_as_))) +
                  Element{"li"}.around(to_save(
                      "Chart (Vega-Lite)", file + ".vl.json", "application/json", specification)));
  const Markup table =
      Element{"details"}
          .with("class", "printed")
          .around(Element{"summary"}.around("Table of this chart") + (*this)(figure.table));
  return Element{"figure"}
      .with("aria-labelledby", "figure-" + number)
      .around(caption + drawing + Element{"p"}.with("class", "cite").around(cited_as_) + table +
              downloads);
}

Markup BlockWriter::operator()(const Verbatim& verbatim) const {
  return Element{"details"}.around(
      Element{"summary"}.around(verbatim.summary) +
      Element{"ul"}
          .with("class", "downloads")
          .around(Element{"li"}.around(
              Element{"a"}
                  .with("href", data_address(verbatim.media_type, verbatim.words))
                  .with("download", verbatim.file_name)
                  .around("Save as " + verbatim.file_name))) +
      Element{"pre"}.with("tabindex", "0").around(verbatim.words));
}

Markup BlockWriter::operator()(const Closed& closed) {
  return Element{"details"}
      .with("class", "printed")
      .around(Element{"summary"}.around(closed.summary) + (*this)(closed.table));
}

}  // namespace ficap::report::html
