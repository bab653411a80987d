#include "models/replay.hpp"

#include <algorithm>

#include "models/model.hpp"

// A run may leave a record of what became of its needs, and another take two things from such
// records: whether a need is asked, and when work counts. All else is the run's own.

namespace ficap::models {

namespace {

bool before(const NeedRecord& a, const NeedRecord& b) {
  return a.need < b.need;
}

}  // namespace

void History::settle() {
  std::stable_sort(records_.begin(), records_.end(), before);
  std::size_t known = 0;
  for (const NeedRecord more : records_) {  // a copy: its place may be written over
    if (known == 0 || records_[known - 1].need != more.need) {
      records_[known++] = more;
      continue;
    }
    NeedRecord& record = records_[known - 1];
    if (more.asked_after) record.asked_after = more.asked_after;
    if (more.asked_between) record.asked_between = more.asked_between;
    if (more.worked) record.worked = more.worked;
  }
  records_.resize(known);
}

const NeedRecord* History::find(const NeedAddress& need) const {
  const auto found =
      std::lower_bound(records_.begin(), records_.end(), NeedRecord{.need = need}, before);
  return found != records_.end() && found->need == need ? &*found : nullptr;
}

std::optional<std::size_t> Replay::work_on(const NeedAddress& need) const {
  const NeedRecord* const record = timing->find(need);
  if (record == nullptr || !record->worked) return std::nullopt;
  const NeedRecord* const elsewhere = other->find(need);
  if (elsewhere == nullptr || !elsewhere->worked) return std::nullopt;
  return static_cast<std::size_t>(record - timing->records().data());
}

Outcome Model::run_recording(std::uint64_t seed, std::uint32_t replication, History& history) {
  history.clear();
  staff_years_.reset();
  history_ = &history;
  replay_ = nullptr;
  Outcome outcome = simulate(seed, replication);
  history.settle();
  history_ = nullptr;
  return outcome;
}

Outcome Model::run_replaying(std::uint64_t seed, std::uint32_t replication, const Replay& replay) {
  staff_years_.reset();
  history_ = nullptr;
  replay_ = &replay;
  counted_.assign(replay.timing->records().size(), false);
  Outcome outcome = simulate(seed, replication);
  replay_ = nullptr;
  return outcome;
}

NeedAddress Model::address_of(const Request& r) const {
  return {.id = r.hash, .ordinal = cases_[r.case_file.slot].ordinal, .step = r.step};
}

// A need has arisen: what the records have of it that lies at its own time will happen then, after
// all else of that instant, so that what this run does itself comes first.
void Model::expect_recorded(sim::Handle request) {
  const Request& r = requests_[request.slot];
  if (r.kind != RequestKind::primary) return;
  const NeedAddress need = address_of(r);
  const NeedRecord* const record = replay_->asking->find(need);
  if (record != nullptr && record->asked_between) {
    calendar_.schedule(
        std::max(now(), *record->asked_between), Order::as_recorded, AsksAsRecorded{request});
  }
  if (const auto which = replay_->work_on(need)) {
    calendar_.schedule(std::max(now(), replay_->timing->records()[*which].worked->at),
                       Order::as_recorded,
                       CountsAsRecorded{.case_file = r.case_file,
                                        .which = static_cast<std::uint32_t>(*which),
                                        .type = static_cast<std::uint16_t>(r.type.value)});
  }
}

// The decision, and what the records have to do with it.
bool Model::decides_to_ask(Request& r) {
  const std::uint8_t before = r.decided++;
  if (replay_ != nullptr) {
    const NeedRecord* const record = replay_->asking->find(address_of(r));
    if (record == nullptr) return hopes_for_help(r);
    return record->asked_after && before >= *record->asked_after;
  }
  const bool asks = hopes_for_help(r);
  if (history_ != nullptr) {
    NeedRecord record{.need = address_of(r)};
    if (asks) record.asked_after = before;
    history_->add(record);
  }
  return asks;
}

// Triage of a referral is done, or the unit joins: the need is certain to be asked now.
bool Model::asks_between_decisions(const Request& r) {
  if (replay_ != nullptr) {
    const NeedRecord* const record = replay_->asking->find(address_of(r));
    if (record != nullptr) return record->asked_between == now();
  }
  if (history_ != nullptr) history_->add({.need = address_of(r), .asked_between = now()});
  return true;
}

void Model::handle(const AsksAsRecorded& event) {
  if (!requests_.holds(event.request)) return;
  const Request& r = requests_[event.request.slot];
  if (r.progress == Progress::not_asked && now() < r.window_closes) ask(event.request);
}

void Model::handle(const CountsAsRecorded& event) {
  if (counted_[event.which] || !cases_.holds(event.case_file)) return;
  counted_[event.which] = true;
  note(cases_[event.case_file.slot],
       {.at = now(),
        .kind = AssetAct::Kind::worked,
        .phase = replay_->timing->records()[event.which].worked->phase,
        .type = RequestTypeId{event.type}});
}

// Work is done that finds or secures assets: it counts, unless it does so at another time.
void Model::count_work(Case& c, const Request& r) {
  Phase phase = rules_->stages[c.stage].phase;
  const bool is_primary = r.kind == RequestKind::primary;
  if (replay_ != nullptr && is_primary) {
    if (const auto which = replay_->work_on(address_of(r))) {
      const NeedRecord::Work& recorded = *replay_->timing->records()[*which].worked;
      if (counted_[*which] || recorded.at != now()) return;
      counted_[*which] = true;
      phase = recorded.phase;
    }
  }
  if (history_ != nullptr && is_primary && !is_timed_by_courts(r.type)) {
    history_->add({.need = address_of(r), .worked = NeedRecord::Work{.at = now(), .phase = phase}});
  }
  note(c, {.at = now(), .kind = AssetAct::Kind::worked, .phase = phase, .type = r.type});
}

// A court that waits for work decides when it is done, and what it lets the police keep for a time
// runs from when it is asked: such work counts when the court has it.
bool Model::is_timed_by_courts(RequestTypeId type) const {
  const auto waits = [type](const StageRow& stage) {
    return stage.adjourns && (stage.adjourns->waits_for & bit(type)) != 0;
  };
  return rules_->requests[type].holds ||
         std::any_of(rules_->stages.begin(), rules_->stages.end(), waits);
}

}  // namespace ficap::models
