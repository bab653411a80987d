#include "cli/conductor.hpp"

#include <ostream>
#include <utility>

#include "report/words.hpp"

namespace ficap::cli {

void Conductor::announce(const models::Compiled& compiled,
                         std::uint64_t seed,
                         std::uint64_t ahead,
                         const std::string& what) const {
  if (!simulation_.shows_progress()) return;
  const auto began = std::chrono::steady_clock::now();
  models::Simulator first{compiled};
  first.stop_when(Simulation::interrupted);
  try {
    (void)first.run(seed, 0);
  } catch (const models::Stopped&) {
    return;
  }
  const auto one = std::chrono::steady_clock::now() - began;
  const auto left = one * ahead / simulation_.executor(ahead).workers;
  err_ << "ficap: " << report::with_commas(static_cast<std::int64_t>(ahead))
       << " simulations ahead, " << roughly(std::chrono::duration_cast<std::chrono::seconds>(left))
       << ": " << what << ".\n";
}

study::Archive Conductor::counting(study::Archive archive) {
  if (archive.find) {
    archive.find = [this, find = std::move(archive.find)](std::size_t scenario,
                                                          std::uint32_t simulation) {
      auto known = find(scenario, simulation);
      if (known && progress_) progress_->known();
      return known;
    };
  }
  return archive;
}

study::Watch Conductor::begin(std::uint32_t futures_of_a_point) {
  progress_ = std::make_unique<Progress>(err_,
                                         static_cast<std::uint32_t>(simulations_),
                                         std::chrono::steady_clock::now,
                                         static_cast<std::uint32_t>(done_));
  study::Watch watch{.should_stop = Simulation::interrupted, .on_finished = {}};
  if (simulation_.shows_progress()) {
    watch.on_finished = [this, futures_of_a_point](std::uint32_t count) {
      progress_->finished(count * futures_of_a_point);
    };
  }
  return watch;
}

void Conductor::end(std::uint64_t simulations) {
  progress_->clear();
  done_ += simulations;
}

}  // namespace ficap::cli
