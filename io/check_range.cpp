#include "io/check_range.hpp"

#include <utility>

namespace ficap::io {

namespace {

using models::Spread;
using Severity = models::Diagnostic::Severity;

class RangeCheck {
 public:
  RangeCheck(Complaints& complaints,
             const PlausibleRange& range,
             const Object& number,
             const std::string& pointer,
             Dimension dimension)
      : complaints_{complaints},
        range_{range},
        number_{number},
        pointer_{pointer},
        shown_{(range.is_mean ? "the mean, " : "the value, ") +
               plain_text(range.value, dimension)} {}

  void check_value() {
    const Severity severity = range_.is_mean ? Severity::warning : Severity::error;
    if (range_.low && *range_.low > range_.value) report("low", "at most " + shown_, severity);
    if (range_.high && *range_.high < range_.value) report("high", "at least " + shown_, severity);
  }

  void check_spread() {
    if (!range_.low || !range_.high) {
      report("spread", "low and high beside it");
      return;
    }
    const Spread spread = *range_.spread;
    if (spread != Spread::normal && spread != Spread::lognormal) return;
    if (spread == Spread::lognormal && *range_.low <= 0.0) {
      report("low", "above 0 where the spread is \"lognormal\"");
    }
    if (*range_.low < range_.value && range_.value < *range_.high) return;
    report("spread",
           shown_ + ", between low and high and equal to neither",
           Severity::error,
           "with \"normal\" and \"lognormal\" it is the middle of what is plausible, and 5 % lie "
           "beyond low and high; \"triangular\", \"uniform\" and \"beta\" take any range");
  }

 private:
  void report(std::string_view key,
              const std::string& expected,
              Severity severity = Severity::error,
              std::string help = {}) {
    const Node& node = *number_.find(key);
    complaints_.report(
        child(pointer_, key), describe(node), expected, std::move(help), node.place, severity);
  }

  Complaints& complaints_;
  const PlausibleRange& range_;
  const Object& number_;
  const std::string& pointer_;
  std::string shown_;
};

}  // namespace

void check_range(Complaints& complaints,
                 const PlausibleRange& range,
                 const Object& number,
                 const std::string& pointer,
                 Dimension dimension) {
  RangeCheck check{complaints, range, number, pointer, dimension};
  check.check_value();
  if (range.spread) check.check_spread();
}

}  // namespace ficap::io
