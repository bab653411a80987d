#include "report/html/page.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

#include "report/html/blocks.hpp"
#include "report/html/markup.hpp"
#include "report/html/page_assets.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

std::string policy() {
  return "default-src 'none'; script-src 'sha256-" + std::string{script_sha256()} +
         "'; style-src 'sha256-" + std::string{style_sha256()} +
         "'; img-src data:; base-uri 'none'; form-action 'none'";
}

std::vector<std::string> ids_of(const std::vector<Section>& sections) {
  std::vector<std::string> ids;
  std::set<std::string> taken{"content", "contents"};
  for (const Section& section : sections) {
    const std::string plain = slug(section.heading);
    std::string id = plain;
    for (int again = 2; !taken.insert(id).second; ++again)
      id = plain + "-" + std::to_string(again);
    ids.push_back(id);
  }
  return ids;
}

Markup marking_of(const Page& page, const char* place) {
  return Element{"p"}.with("class", "marking").with("data-place", place).around(page.marking);
}

Markup head_of(const Page& page) {
  return Element{"head"}.around(
      Element{"meta"}.with("charset", "utf-8").alone() +
      Element{"meta"}
          .with("http-equiv", "Content-Security-Policy")
          .with("content", policy())
          .alone() +
      Element{"meta"}
          .with("name", "viewport")
          .with("content", "width=device-width, initial-scale=1")
          .alone() +
      Element{"meta"}.with("name", "color-scheme").with("content", "light dark").alone() +
      Element{"title"}.around(page.marking + ": " + page.title) +
      Element{"style"}.around_bytes(page_style()));
}

Markup contents_of(const Page& page, const std::vector<std::string>& ids) {
  Markup items;
  for (std::size_t i = 0; i < page.sections.size(); ++i) {
    items += Element{"li"}.around(
        Element{"a"}.with("href", "#" + ids[i]).around(page.sections[i].heading));
  }
  return Element{"nav"}
      .with("aria-labelledby", "contents")
      .around(Element{"h2"}.with("id", "contents").around("Contents") +
              Element{"ol"}.around(items));
}

Markup section_of(const Section& section, const std::string& id, BlockWriter& writer) {
  Markup blocks = Element{"h2"}.with("id", id).around(section.heading);
  for (const Block& block : section.blocks)
    blocks += std::visit(writer, block);
  return Element{"section"}.with("aria-labelledby", id).around(blocks);
}

}  // namespace

std::string in_a_line(const Citation& cited) {
  constexpr std::size_t digits_shown = 12;
  constexpr std::size_t most_shown = 3;
  std::string digests;
  const std::size_t count = cited.scenarios.size();
  const std::size_t shown = count > most_shown ? 1 : count;
  for (std::size_t i = 0; i < shown; ++i) {
    digests += (i == 0 ? "" : ", ") + cited.scenarios[i].sha256.substr(0, digits_shown) + "\u2026";
  }
  if (count > shown) digests += " and " + std::to_string(count - shown) + " more";
  const bool several = count > 1;
  const std::string study =
      cited.study ? " · study sha256 " + cited.study->sha256.substr(0, digits_shown) + "\u2026"
                  : "";
  return "run " + cited.id + study + (several ? " · scenarios sha256 " : " · scenario sha256 ") +
         digests + " · ficap " + cited.version + " · seed " + std::to_string(cited.seed) + " · " +
         counted(cited.replications, "future", "futures");
}

Table table_of(const TextTable& table, std::string caption) {
  const auto on_one_line = [](std::string words) {
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  };
  Table made{.caption = std::move(caption), .columns = {}, .rows = {}};
  for (const std::string& heading : table.headings())
    made.columns.push_back(heading.empty() ? "Figure" : on_one_line(heading));
  if (made.caption.empty()) {
    made.caption = made.columns.front();
    made.columns.front() = "Of what";
  }
  for (const std::vector<std::string>& cells : table.rows())
    made.rows.push_back({.cells = cells});
  made.in_words.assign(made.columns.size(), false);
  if (table.ends_in_words()) made.in_words.back() = true;
  return made;
}

std::string to_html(const Page& page) {
  const std::vector<std::string> ids = ids_of(page.sections);
  const std::string cited_as = in_a_line(page.provenance);
  BlockWriter writer{cited_as};
  Markup sections;
  for (std::size_t i = 0; i < page.sections.size(); ++i)
    sections += section_of(page.sections[i], ids[i], writer);
  // Hidden from readers of screens, who have met both already; the marking stands outermost.
  const auto on_every_page = [](const char* place, const Markup& lines) {
    return Element{"div"}
        .with("class", std::string{"on-every-page "} + place)
        .with("aria-hidden", "true")
        .around(lines);
  };
  const Markup within =
      Element{"header"}.around(Element{"h1"}.around(page.title) +
                               Element{"p"}.with("class", "about").around(page.about) +
                               Element{"p"}.with("class", "cite").around(cited_as)) +
      Element{"main"}
          .with("id", "content")
          .with("tabindex", "-1")
          .around(contents_of(page, ids) +
                  Element{"noscript"}.around(Element{"p"}.around(
                      "Charts are drawn by a script, and scripts are off here: the table of each "
                      "chart has its figures.")) +
                  sections) +
      Element{"footer"}.around(Element{"p"}.with("class", "cite").around(cited_as));
  const Markup body =
      Element{"a"}.with("class", "skip").with("href", "#content").around("Skip to the content") +
      marking_of(page, "top") +
      Element{"div"}
          .with("class", "sheets")
          .around(on_every_page("above", Element{"p"}.around(page.marking)) +
                  Element{"div"}.with("class", "within").around(within) +
                  on_every_page("below",
                                Element{"p"}.around(cited_as) +
                                    Element{"p"}.with("class", "outermost").around(page.marking))) +
      marking_of(page, "bottom") + Element{"script"}.around_bytes(page_script());
  return "<!doctype html>\n" +
         Element{"html"}
             .with("lang", "en-GB")
             .around(head_of(page) + Element{"body"}.around(body))
             .bytes() +
         "\n";
}

}  // namespace ficap::report::html
