#include "models/bounds.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <utility>

#include "models/model.hpp"

// A future that will not end: how it is noticed, and what is said of it. There is no loop without
// end in the rules (pathways are cut off, work and escalation may not lead back to themselves), but
// what is finite can still be more than anybody can wait for.

namespace ficap::models {

namespace {

using Tally = std::map<std::string, std::uint64_t>;

std::string quoted(std::string_view word, const std::string& id) {
  return std::string{word} + " \"" + id + "\"";
}

std::string kind_of(const CaseArrives& /*event*/) {
  return "cases open";
}
std::string kind_of(const StageEnds& /*event*/) {
  return "stages of cases end";
}
std::string kind_of(const NeedArises& /*event*/) {
  return "needs arise";
}
std::string kind_of(const InducedDue& /*event*/) {
  return "induced work is due";
}
std::string kind_of(const WorkDone& /*event*/) {
  return "tasks are done";
}
template <class Happening>
std::string kind_of(const Happening& /*event*/) {
  return "other events";
}

const Tally::value_type& largest(const Tally& tally) {
  return *std::max_element(
      tally.begin(), tally.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
}

}  // namespace

// Asked every few thousand events: what it costs must not be seen.
void Model::look(std::uint64_t events) {
  if (stop_ && stop_()) throw Stopped{};
  const std::int64_t day = now().time_since_epoch() / std::chrono::hours{24};
  if (day != day_looked_at_) {
    day_looked_at_ = day;
    events_before_day_ = events;
  }
  // How many there is room for is more than there are; what came before left it behind.
  if (cases_.size() + requests_.size() > bounds_.open || calendar_.size() > bounds_.planned)
    look_at_what_is_open();
  const std::uint64_t today = events - events_before_day_;
  if (today > bounds_.events_of_a_day)
    give_up(std::to_string(today) + " events on one day, " + today_in_words());
  if (events > bounds_.events) give_up(std::to_string(events) + " events by " + today_in_words());
}

std::string Model::today_in_words() const {
  const std::int64_t day = now().time_since_epoch() / std::chrono::hours{24};
  return sim::to_string(sim::civil_from_days(sim::days_from_civil(tables_.first_day) + day));
}

std::string Model::owner_of(const Case& c) const {
  const auto id = [&](Dimension dimension, std::uint32_t index) {
    return tables_.ids[static_cast<std::size_t>(dimension)][index];
  };
  return quoted("organisation", id(Dimension::organisation, c.organisation.value)) + ", " +
         quoted("threat", id(Dimension::threat, c.threat.value));
}

std::string Model::name_of(const Request& r) const {
  const auto id = [&](Dimension dimension, std::uint32_t index) {
    return tables_.ids[static_cast<std::size_t>(dimension)][index];
  };
  const Case& c = cases_[r.case_file.slot];
  return quoted("request", id(Dimension::request, r.type.value)) + " of " +
         quoted("organisation", id(Dimension::organisation, c.organisation.value)) + ", " +
         quoted("skill", id(Dimension::skill, task_of(r).skill.value));
}

void Model::look_at_what_is_open() {
  Tally cases;
  Tally requests;
  std::uint64_t open = 0;
  cases_.for_each([&](sim::Handle /*handle*/, const Case& c) {
    ++cases[owner_of(c)];
    ++open;
  });
  requests_.for_each([&](sim::Handle /*handle*/, const Request& r) {
    ++requests[name_of(r)];
    ++open;
  });
  if (open <= bounds_.open && calendar_.size() <= bounds_.planned) return;
  std::string text = "it grows without end: on " + today_in_words() + " " + std::to_string(open) +
                     " cases and requests are open at once, where at most " +
                     std::to_string(bounds_.open) + " may be; most of them are ";
  if (requests.empty() || (!cases.empty() && largest(cases).second > largest(requests).second)) {
    text +=
        std::to_string(largest(cases).second) + " cases of " + largest(cases).first +
        ": lower the rates of its streams, what escalates to them, or how long their stages last";
  } else {
    text += std::to_string(largest(requests).second) + " of " + largest(requests).first +
            ": have fewer of them needed or brought about by other work, give them a window, or "
            "give the organisation people with this skill";
  }
  throw OutOfBounds{text};
}

// What happens most, seen over the next few thousand events, is what grows.
void Model::give_up(const std::string& how_many) {
  constexpr int enough_to_tell = 10'000;
  Tally kinds;
  const auto id = [&](Dimension dimension, std::uint32_t index) {
    return tables_.ids[static_cast<std::size_t>(dimension)][index];
  };
  const auto where = [&](const auto& event) -> std::string {
    if constexpr (requires { event.case_file; }) {
      if (cases_.holds(event.case_file)) return owner_of(cases_[event.case_file.slot]);
    } else if constexpr (requires { event.request; }) {
      return name_of(requests_[event.request.slot]);
    } else if constexpr (requires { event.stream; }) {
      const StreamRow& stream = rules_->streams[event.stream];
      return quoted("organisation", id(Dimension::organisation, stream.organisation.value)) + ", " +
             quoted("threat", id(Dimension::threat, stream.threat.value));
    } else if constexpr (requires { event.person; }) {
      return quoted("team", id(Dimension::team, row(event.person).team.value));
    }
    return "any organisation";
  };
  for (int i = 0; i < enough_to_tell; ++i) {
    const bool more = calendar_.handle_next(tables_.last, [&](const auto& event) {
      ++kinds[kind_of(event) + " (" + where(event) + ")"];
      handle(event);
    });
    if (!more) break;
  }
  std::string text = "it would not end: " + how_many;
  if (!kinds.empty()) text += "; most of the time " + largest(kinds).first;
  throw OutOfBounds{
      text +
      ". Lower the rates, what escalates or is induced, or how often cases come back to a stage"};
}

}  // namespace ficap::models
