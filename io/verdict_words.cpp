#include "io/verdict_words.hpp"

namespace ficap::io {

std::string_view verdict_words(study::Verdict verdict) noexcept {
  using study::Verdict;
  switch (verdict) {
    case Verdict::undefined:
      return "undefined";
    case Verdict::same:
      return "exactly the same";
    case Verdict::lower:
      return "lower";
    case Verdict::higher:
      return "higher";
    case Verdict::cannot_tell:
      return "cannot tell apart";
  }
  return "";
}

}  // namespace ficap::io
