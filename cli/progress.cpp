#include "cli/progress.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace ficap::cli {

namespace {

constexpr std::chrono::milliseconds pause{200};
constexpr const char* clear_line = "\r\x1b[K";

}  // namespace

std::string roughly(std::chrono::seconds time) {
  const auto seconds = time.count();
  if (seconds < 90) return "about " + std::to_string(seconds) + " s";
  if (seconds < 90L * 60L) return "about " + std::to_string((seconds + 30) / 60) + " min";
  return "about " + std::to_string((seconds + 1800) / 3600) + " h";
}

Progress::Progress(std::ostream& err, std::uint32_t replications, Clock clock, std::uint32_t before)
    : err_{err},
      replications_{replications},
      before_{before},
      clock_{std::move(clock)},
      began_{clock_()},
      written_{began_} {}

void Progress::finished(std::uint32_t count) {
  const std::unique_lock lock{mutex_, std::try_to_lock};
  if (!lock || count <= most_) return;
  most_ = count;
  const auto now = clock_();
  if (now - written_ < pause) return;
  const auto left = left_after(count);
  if (!left) return;
  written_ = now;
  visible_ = true;
  err_ << clear_line << before_ + count << " of " << replications_ << " futures, " << roughly(*left)
       << " left" << std::flush;
}

std::optional<std::chrono::seconds> Progress::left_after(std::uint32_t count) const {
  const std::uint32_t known = known_;
  if (count <= known) return std::nullopt;
  const std::uint32_t missing = replications_ - std::min(before_ + count, replications_);
  return std::chrono::duration_cast<std::chrono::seconds>((clock_() - began_) * missing /
                                                          (count - known));
}

std::optional<std::chrono::seconds> Progress::left() {
  const std::lock_guard lock{mutex_};
  return left_after(most_);
}

void Progress::say(const std::string& line) {
  const std::lock_guard lock{mutex_};
  err_ << (visible_ ? clear_line : "") << line << "\n" << std::flush;
  visible_ = false;
}

void Progress::clear() {
  const std::lock_guard lock{mutex_};
  if (visible_) err_ << clear_line << std::flush;
  visible_ = false;
}

}  // namespace ficap::cli
