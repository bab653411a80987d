#include "sim/fine_histogram.hpp"

#include <bit>

#include "sim/expects.hpp"

namespace ficap::sim {

void FineHistogram::add(std::uint64_t number) {
  const auto width = static_cast<unsigned>(std::bit_width(number));
  const std::size_t octave = width > class_bits ? width - class_bits : 0;
  const std::size_t shift = octave > 0 ? octave - 1 : 0;
  const auto place = static_cast<std::size_t>(number >> shift) & (classes - 1);
  if (octave >= octaves_.size()) octaves_.resize(octave + 1);
  ++octaves_[octave][place];
  ++count_;
}

std::uint64_t FineHistogram::middle(std::size_t octave, std::size_t place) noexcept {
  if (octave == 0) return place;
  const std::size_t shift = octave - 1;
  const std::uint64_t low = (classes + std::uint64_t{place}) << shift;
  return low + ((std::uint64_t{1} << shift) >> 1U);
}

std::uint64_t FineHistogram::ranked(std::uint64_t rank) const {
  FICAP_EXPECTS(rank < count_);
  std::uint64_t before = 0;
  for (std::size_t octave = 0;; ++octave) {
    for (std::size_t place = 0; place < classes; ++place) {
      before += octaves_[octave][place];
      if (rank < before) return middle(octave, place);
    }
  }
}

std::uint64_t FineHistogram::quantile(double p) const {
  FICAP_EXPECTS(count_ > 0 && p >= 0.0 && p <= 1.0);
  const double position = p * static_cast<double>(count_ - 1);
  const auto rank = static_cast<std::uint64_t>(position);
  const std::uint64_t below = ranked(rank);
  if (rank + 1 >= count_) return below;
  const auto step = static_cast<double>(ranked(rank + 1) - below);
  return below + static_cast<std::uint64_t>((position - static_cast<double>(rank)) * step + 0.5);
}

void FineHistogram::clear() noexcept {
  for (auto& octave : octaves_)
    octave.fill(0);
  count_ = 0;
}

}  // namespace ficap::sim
