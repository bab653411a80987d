#include "report/html/plain.hpp"

#include <variant>

#include "report/html/blocks.hpp"
#include "report/html/markup.hpp"

namespace ficap::report::html {

namespace {

class PlainWriter {
 public:
  explicit PlainWriter(std::string cited_as) : writer_{std::move(cited_as)} {}

  template <class Kind>
  [[nodiscard]] Markup operator()(const Kind& block) {
    return writer_(block);
  }
  [[nodiscard]] Markup operator()(const Figure& figure) {
    const chart::Words& words = chart::words_of(figure.chart);
    return Element{"h3"}.around(words.headline) + Element{"p"}.around(words.subtitle + ".") +
           Element{"p"}.around(words.description) + writer_(figure.table);
  }
  [[nodiscard]] Markup operator()(const Verbatim& verbatim) {
    return Element{"p"}.around(verbatim.summary + ": in the page that --html writes.");
  }
  [[nodiscard]] Markup operator()(const Closed& closed) { return writer_(closed.table); }

 private:
  BlockWriter writer_;
};

}  // namespace

std::string to_plain_html(const Page& page) {
  const std::string cited_as = in_a_line(page.provenance);
  const Markup marking = Element{"p"}.around(Element{"strong"}.around(page.marking));
  PlainWriter writer{cited_as};
  Markup sections;
  for (const Section& section : page.sections) {
    sections += Element{"h2"}.around(section.heading);
    for (const Block& block : section.blocks)
      sections += std::visit(writer, block);
  }
  const Markup head =
      Element{"head"}.around(Element{"meta"}.with("charset", "utf-8").alone() +
                             Element{"title"}.around(page.marking + ": " + page.title));
  const Markup body = marking + Element{"h1"}.around(page.title) + Element{"p"}.around(page.about) +
                      Element{"p"}.around(cited_as) + sections + Element{"p"}.around(cited_as) +
                      marking;
  return "<!doctype html>\n" +
         Element{"html"}.with("lang", "en-GB").around(head + Element{"body"}.around(body)).bytes() +
         "\n";
}

}  // namespace ficap::report::html
