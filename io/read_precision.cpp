#include "io/read_precision.hpp"

#include <optional>

#include "io/number_text.hpp"
#include "io/read_measure_ref.hpp"

namespace ficap::io {

namespace {

constexpr double most_replications = 16'777'216.0;

const Node* find(const Node* parent, std::string_view key) {
  const Object* const object = parent == nullptr ? nullptr : parent->object();
  return object == nullptr ? nullptr : object->find(key);
}

std::string quoted(std::string_view text) {
  return "\"" + std::string{text} + "\"";
}

// A unit as a sentence has it; a share is a number between 0 and 1.
std::string unit_in_words(const models::Measure& measure) {
  if (measure.unit == "share") return "as a share between 0 and 1 (0.01 is one in a hundred)";
  return "in " + std::string{measure.unit};
}

}  // namespace

std::variant<study::PrecisionGoal, NoSuchPrecision> read_precision(
    std::string_view text, const models::DimensionIds& ids) {
  // An id may hold a colon, a half-width does not.
  const std::size_t colon = text.rfind(':');
  const bool inside_cut =
      colon != std::string_view::npos && text.find(']', colon) != std::string_view::npos;
  if (colon == std::string_view::npos || inside_cut) {
    return NoSuchPrecision{
        "it is written like unmet_share_of_need:0.01 or assets_collected:2%, not " + quoted(text)};
  }
  const auto read = read_measure_ref(text.substr(0, colon), ids);
  if (const auto* problem = std::get_if<NoSuchMeasure>(&read)) return NoSuchPrecision{problem->why};
  const auto& ref = std::get<study::MeasureRef>(read);

  std::string_view width = text.substr(colon + 1);
  const bool per_cent = !width.empty() && width.back() == '%';
  if (per_cent) width.remove_suffix(1);
  const std::optional<double> number = read_decimal(width);
  if (!number || *number <= 0.0) {
    return NoSuchPrecision{"how far " + std::string{ref.measure->name} +
                           " may be off stands after the colon: a number above 0 " +
                           unit_in_words(*ref.measure) + ", or 2% of its value; not " +
                           quoted(text.substr(colon + 1))};
  }
  if (!per_cent && ref.measure->unit == "share" && *number >= 0.5) {
    return NoSuchPrecision{std::string{ref.measure->name} + " is a share between 0 and 1, so ± " +
                           std::string{width} + " says nothing of it; one in a hundred is 0.01"};
  }
  return study::PrecisionGoal{.measure = ref,
                              .target = {.half_width = *number, .per_cent = per_cent}};
}

std::optional<PrecisionAsked> precision_asked(const Node& root) {
  const Node* const member = find(&root, "precision");
  const Node* const targets = find(member, "targets");
  const Node* const most = find(member, "most_replications");
  if (targets == nullptr || targets->array() == nullptr || targets->array()->empty()) return {};
  if (most == nullptr || most->number() == nullptr) return {};
  const double allowed = most->number()->value;
  if (!(allowed >= 1.0 && allowed <= most_replications)) return {};
  PrecisionAsked asked{.texts = {}, .most = static_cast<std::uint32_t>(allowed)};
  for (const Node& target : *targets->array()) {
    const Node* const measure = find(&target, "measure");
    const Node* const width = find(&target, "asked_for");
    if (measure == nullptr || measure->string() == nullptr) return {};
    if (width == nullptr || width->string() == nullptr) return {};
    asked.texts.push_back(*measure->string() + ":" + *width->string());
  }
  return asked;
}

std::string to_text(const study::PrecisionTarget& target) {
  return shortest(target.half_width) + (target.per_cent ? "%" : "");
}

}  // namespace ficap::io
