#include "models/queueing_formulas.hpp"

#include <limits>

#include "sim/expects.hpp"

namespace ficap::models {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Little's law fills in the numbers from the times.
SteadyQueue from_wait(
    double lambda, double mean_service, int servers, double p_waits, double wait) {
  SteadyQueue q;
  q.p_waits = p_waits;
  q.wait = wait;
  q.sojourn = wait + mean_service;
  q.waiting = lambda * wait;
  q.present = lambda * q.sojourn;
  const double rho = lambda * mean_service / servers;
  q.busy_share = rho < 1.0 ? rho : 1.0;
  return q;
}

/// Sums over the states of a birth-death chain, in step with its unnormalised probabilities.
struct Sums {
  double all{};
  double busy{};     // x servers in use
  double waits{};    // states in which an arrival waits
  double waiting{};  // x number waiting
  double present{};
  double served{};       // x chance that an arrival in this state is served after waiting
  double served_wait{};  // the same x its wait

  void scale(double factor) {
    for (double* sum : {&all, &busy, &waits, &waiting, &present, &served, &served_wait}) {
      *sum *= factor;
    }
  }
};

/// Sums over the queue with `servers` servers, `room` places in all and impatience theta (perhaps
/// 0); last_weight is the unnormalised probability of the state with which it ends.
Sums sum_states(
    double lambda, double mu, int servers, double theta, int room, double& last_weight) {
  const double full = servers * mu;
  Sums sums;
  double weight = 1.0;
  double wait_here = 0.0;  // of an arrival in this state, if it is served
  for (int n = 0;; ++n) {
    const int ahead = n - servers;  // in the line before an arrival
    sums.all += weight;
    sums.busy += weight * (n < servers ? n : servers);
    sums.present += weight * n;
    if (ahead >= 0) {
      // Whoever waits moves up when a server or one further ahead ends, unless their own patience
      // ends first; the product of these chances telescopes.
      wait_here += 1.0 / (full + (ahead + 1) * theta);
      const double p_served = full / (full + (ahead + 1) * theta);
      sums.waits += weight;
      sums.waiting += weight * ahead;
      sums.served += weight * p_served;
      sums.served_wait += weight * p_served * wait_here;
    }
    last_weight = weight;
    if (n == room) return sums;
    const double leaving = n < servers ? (n + 1) * mu : full + (ahead + 1) * theta;
    weight *= lambda / leaving;
    // Past the peak terms shrink ever faster, so the rest is no larger than a few of them.
    if (leaving > 2.0 * lambda && weight < 1e-18 * sums.all && n >= servers) return sums;
    if (weight > 1e200) {  // sums stay finite under any load
      weight *= 1e-200;
      sums.scale(1e-200);
    }
  }
}

}  // namespace

double erlang_b(double load, int servers) {
  FICAP_EXPECTS(load >= 0.0 && servers >= 0);
  double b = 1.0;
  for (int c = 1; c <= servers; ++c)
    b = load * b / (c + load * b);
  return b;
}

double erlang_c(double load, int servers) {
  FICAP_EXPECTS(servers >= 1);
  if (load >= servers) return 1.0;
  const double b = erlang_b(load, servers);
  return b / (1.0 - load / servers * (1.0 - b));
}

SteadyQueue mm1(double lambda, double mu) {
  return mmc(lambda, mu, 1);
}

SteadyQueue mmc(double lambda, double mu, int servers) {
  FICAP_EXPECTS(lambda > 0.0 && mu > 0.0 && servers >= 1);
  const double spare = servers * mu - lambda;
  const double p_waits = erlang_c(lambda / mu, servers);
  return from_wait(lambda, 1.0 / mu, servers, p_waits, spare > 0.0 ? p_waits / spare : infinity);
}

SteadyQueue mg1(double lambda, double mean_service, double scv) {
  FICAP_EXPECTS(lambda > 0.0 && mean_service > 0.0 && scv >= 0.0);
  const double rho = lambda * mean_service;
  const double wait = rho < 1.0 ? rho * mean_service * (1.0 + scv) / (2.0 * (1.0 - rho)) : infinity;
  return from_wait(lambda, mean_service, 1, rho < 1.0 ? rho : 1.0, wait);
}

LossyQueue mmck(double lambda, double mu, int servers, int room) {
  FICAP_EXPECTS(lambda > 0.0 && mu > 0.0 && servers >= 1 && room >= servers);
  double full_weight = 0.0;
  const Sums sums = sum_states(lambda, mu, servers, 0.0, room, full_weight);
  LossyQueue q;
  q.p_lost = full_weight / sums.all;
  q.p_waits = (sums.waits - full_weight) / sums.all;
  q.waiting = sums.waiting / sums.all;
  q.present = sums.present / sums.all;
  q.busy_share = sums.busy / sums.all / servers;
  q.wait_of_served = q.waiting / (lambda * (1.0 - q.p_lost));
  return q;
}

LossyQueue erlang_a(double lambda, double mu, int servers, double theta) {
  FICAP_EXPECTS(lambda > 0.0 && mu > 0.0 && servers >= 1 && theta > 0.0);
  double last_weight = 0.0;
  const Sums sums =
      sum_states(lambda, mu, servers, theta, std::numeric_limits<int>::max(), last_weight);
  LossyQueue q;
  q.p_waits = sums.waits / sums.all;
  q.waiting = sums.waiting / sums.all;
  q.present = sums.present / sums.all;
  q.busy_share = sums.busy / sums.all / servers;
  q.p_lost = theta * q.waiting / lambda;
  const double served = 1.0 - q.p_waits + sums.served / sums.all;
  q.wait_of_served = sums.served_wait / sums.all / served;
  return q;
}

std::vector<double> priority_waits(const std::vector<double>& lambdas, double mu, int servers) {
  FICAP_EXPECTS(mu > 0.0 && servers >= 1);
  double lambda = 0.0;
  for (const double each : lambdas)
    lambda += each;
  // Time until the next server is free, for one who must wait: beyond the load that the servers
  // carry, one always must.
  const double until_free = erlang_c(lambda / mu, servers) / (servers * mu);
  std::vector<double> waits;
  double above = 0.0;
  for (const double each : lambdas) {
    const double with_own = above + each / (servers * mu);
    waits.push_back(with_own < 1.0 ? until_free / ((1.0 - above) * (1.0 - with_own)) : infinity);
    above = with_own;
  }
  return waits;
}

std::vector<double> priority_waits(const std::vector<PriorityClass>& classes) {
  double until_free = 0.0;
  double carried = 0.0;
  for (const PriorityClass& c : classes) {
    FICAP_EXPECTS(c.lambda >= 0.0 && c.mean_service > 0.0 && c.scv >= 0.0);
    // A class beyond the load that the server carries gets only what the others leave.
    const double own = c.lambda * c.mean_service;
    const double share = own <= 1.0 - carried ? 1.0 : (1.0 - carried) / own;
    carried += own * share;
    until_free += share * own * c.mean_service * (1.0 + c.scv) / 2.0;
  }
  std::vector<double> waits;
  double above = 0.0;
  for (const PriorityClass& c : classes) {
    const double with_own = above + c.lambda * c.mean_service;
    waits.push_back(with_own < 1.0 ? until_free / ((1.0 - above) * (1.0 - with_own)) : infinity);
    above = with_own;
  }
  return waits;
}

}  // namespace ficap::models
