#include "bench/hand/queue.hpp"

#include <cstddef>
#include <vector>

#include "bench/hand/heap.hpp"
#include "bench/hand/random.hpp"

namespace ficap::bench::hand {

namespace {

constexpr std::uint32_t arrival = 0;  // handles: the arrival, then a departure or patience by slot
constexpr std::uint32_t none = UINT32_MAX;

struct Customer {
  double arrived{};
  std::uint32_t ahead{none};
  std::uint32_t behind{none};
  bool in_service{};
};

class Queue {
 public:
  Queue(const QueueRates& rates, std::int64_t customers, std::uint64_t seed)
      : rates_{rates},
        to_come_{customers},
        idle_{rates.servers},
        customers_(capacity),
        heap_{capacity},
        draw_{seed} {
    for (std::uint32_t slot = capacity - 1; slot > 0; --slot)
      free_.push_back(slot);
  }

  QueueResult run() {
    const std::int64_t all = to_come_;
    schedule_arrival();
    while (!heap_.empty()) {
      const Heap::Key key = heap_.pop();
      now_ = Heap::time(key);
      const std::uint32_t handle = Heap::handle(key);
      if (handle == arrival) {
        arrive();
      } else if (customers_[handle].in_service) {
        depart(handle);
      } else {
        give_up(handle);
      }
    }
    return {
        all, mean_wait_, area_ / now_, static_cast<double>(abandoned_) / static_cast<double>(all)};
  }

 private:
  static constexpr std::uint32_t capacity = 1U << 16U;

  void schedule_arrival() {
    if (to_come_ == 0) return;
    --to_come_;
    heap_.push(now_ + exponential_(draw_) / rates_.arrival, arrival);
  }
  void arrive() {
    schedule_arrival();
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    Customer& customer = customers_[slot];
    customer.arrived = now_;
    if (idle_ > 0) {
      --idle_;
      serve(slot);
      return;
    }
    change_line(1);
    customer.in_service = false;
    customer.behind = none;
    customer.ahead = back_;
    (back_ == none ? front_ : customers_[back_].behind) = slot;
    back_ = slot;
    if (rates_.abandonment > 0.0) heap_.push(now_ + exponential_(draw_) / rates_.abandonment, slot);
  }
  void depart(std::uint32_t slot) {
    free_.push_back(slot);
    if (front_ == none) {
      ++idle_;
      return;
    }
    const std::uint32_t next = front_;
    leave(next);
    if (rates_.abandonment > 0.0) heap_.cancel(next);
    serve(next);
  }
  void give_up(std::uint32_t slot) {
    leave(slot);
    free_.push_back(slot);
    ++abandoned_;
  }
  void leave(std::uint32_t slot) {
    const Customer& customer = customers_[slot];
    (customer.ahead == none ? front_ : customers_[customer.ahead].behind) = customer.behind;
    (customer.behind == none ? back_ : customers_[customer.behind].ahead) = customer.ahead;
    change_line(-1);
  }
  void serve(std::uint32_t slot) {
    Customer& customer = customers_[slot];
    customer.in_service = true;
    const double wait = now_ - customer.arrived;
    const double away = wait - mean_wait_;
    mean_wait_ += away / static_cast<double>(++served_);
    squares_ += away * (wait - mean_wait_);
    heap_.push(now_ + exponential_(draw_) / rates_.service, slot);
  }
  void change_line(int by) {
    area_ += waiting_ * (now_ - changed_);
    changed_ = now_;
    waiting_ += by;
  }

  QueueRates rates_;
  std::int64_t to_come_;
  int idle_;
  std::vector<Customer> customers_;
  std::vector<std::uint32_t> free_;
  Heap heap_;
  Generator draw_;
  Ziggurat exponential_;
  double now_{0.0};
  double changed_{0.0};
  double area_{0.0};
  double waiting_{0.0};
  double mean_wait_{0.0};
  double squares_{0.0};
  std::int64_t served_{0};
  std::int64_t abandoned_{0};
  std::uint32_t front_{none};
  std::uint32_t back_{none};
};

}  // namespace

QueueResult queue(const QueueRates& rates, std::int64_t customers, std::uint64_t seed) {
  return Queue{rates, customers, seed}.run();
}

}  // namespace ficap::bench::hand
