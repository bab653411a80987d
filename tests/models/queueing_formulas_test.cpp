#include "models/queueing_formulas.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

namespace {

using doctest::Approx;
namespace models = ficap::models;

constexpr double infinity = std::numeric_limits<double>::infinity();

Approx about(double x) {
  return Approx(x).epsilon(1e-12);
}

}  // namespace

TEST_CASE("Erlang B gives the fractions worked by hand, and the tabulated value") {
  CHECK(models::erlang_b(3.0, 0) == 1.0);
  CHECK(models::erlang_b(1.0, 1) == about(1.0 / 2.0));
  CHECK(models::erlang_b(1.0, 2) == about(1.0 / 5.0));   // (1/2) / (1 + 1 + 1/2)
  CHECK(models::erlang_b(2.0, 3) == about(4.0 / 19.0));  // (8/6) / (1 + 2 + 2 + 8/6)
  CHECK(models::erlang_b(10.0, 10) == Approx(0.2146).epsilon(3e-4));
}

TEST_CASE("Erlang C gives the fractions worked by hand, and 1 where the load is too high") {
  CHECK(models::erlang_c(0.7, 1) == about(0.7));
  CHECK(models::erlang_c(1.5, 2) == about(9.0 / 14.0));  // 2 rho^2 / (1 + rho)
  CHECK(models::erlang_c(2.0, 3) == about(4.0 / 9.0));
  CHECK(models::erlang_c(3.0, 3) == 1.0);
  CHECK(models::erlang_c(5.0, 3) == 1.0);
}

TEST_CASE("an eye clinic with three doctors, 6 patients an hour and 20 minutes each") {
  // Gross, Shortle, Thompson and Harris (2008), section 2.3: 8/9 of a patient waits on average.
  const auto q = models::mmc(6.0, 3.0, 3);
  CHECK(q.waiting == about(8.0 / 9.0));
  CHECK(q.present == about(26.0 / 9.0));
  CHECK(q.wait == about(4.0 / 27.0));
  CHECK(q.sojourn == about(4.0 / 27.0 + 1.0 / 3.0));
  CHECK(q.p_waits == about(4.0 / 9.0));
  CHECK(q.busy_share == about(2.0 / 3.0));
}

TEST_CASE("M/M/c with one server is M/M/1, and M/G/1 with exponential work as well") {
  const auto one = models::mm1(0.8, 1.0);
  CHECK(one.wait == about(4.0));
  CHECK(one.present == about(4.0));
  const auto general = models::mg1(0.8, 1.0, 1.0);
  CHECK(general.wait == about(one.wait));
  CHECK(general.waiting == about(one.waiting));
  CHECK(general.sojourn == about(5.0));
}

TEST_CASE("work of fixed length halves the wait, and variable work lengthens it in proportion") {
  CHECK(models::mg1(0.8, 1.0, 0.0).wait == about(2.0));
  CHECK(models::mg1(0.8, 1.0, 3.0).wait == about(8.0));
}

TEST_CASE("a queue that is asked for more than it can do has no mean wait") {
  CHECK(models::mmc(3.0, 1.0, 3).wait == infinity);
  CHECK(models::mmc(3.0, 1.0, 3).busy_share == 1.0);
  CHECK(models::mmc(4.0, 1.0, 3).waiting == infinity);
  CHECK(models::mg1(2.0, 1.0, 1.0).wait == infinity);
  CHECK(models::mg1(2.0, 1.0, 1.0).p_waits == 1.0);
}

TEST_CASE("M/M/1 with three places at half load has probabilities 8, 4, 2 and 1 in 15") {
  const auto q = models::mmck(0.5, 1.0, 1, 3);
  CHECK(q.p_lost == about(1.0 / 15.0));
  CHECK(q.p_waits == about(6.0 / 15.0));
  CHECK(q.present == about(11.0 / 15.0));
  CHECK(q.waiting == about(4.0 / 15.0));
  CHECK(q.busy_share == about(7.0 / 15.0));
  CHECK(q.wait_of_served == about((4.0 / 15.0) / (0.5 * 14.0 / 15.0)));
}

TEST_CASE("with no room to wait M/M/c/K loses Erlang B, and with much room it waits Erlang C") {
  CHECK(models::mmck(6.0, 3.0, 3, 3).p_lost == about(models::erlang_b(2.0, 3)));
  CHECK(models::mmck(6.0, 3.0, 3, 3).waiting == 0.0);
  const auto roomy = models::mmck(6.0, 3.0, 3, 500);
  CHECK(roomy.p_lost < 1e-60);
  CHECK(roomy.wait_of_served == about(4.0 / 27.0));
  CHECK(roomy.p_waits == about(4.0 / 9.0));
}

TEST_CASE("a long line under a heavy load overflows nothing") {
  const auto q = models::mmck(5000.0, 1.0, 2, 2000);
  CHECK(q.p_lost == about(1.0 - 2.0 / 5000.0));
  CHECK(q.busy_share == about(1.0));
  const auto impatient = models::erlang_a(3000.0, 1.0, 1000, 0.5);
  // Far above capacity the servers are always busy, and who is not served has left.
  CHECK(impatient.p_lost == about(2.0 / 3.0));
  CHECK(impatient.waiting == about(4000.0));
}

TEST_CASE("where patience lasts as long as work, the number present is Poisson") {
  // Everyone leaves at rate mu, served or not: M/M/infinity. The second load is one whose
  // unnormalised probabilities peak just above 1e200, where the sums are scaled.
  CHECK(models::erlang_a(466.0, 1.0, 466, 1.0).present == about(466.0));
  const double load = 2.5;
  const auto q = models::erlang_a(load, 1.0, 2, 1.0);
  const double p0 = std::exp(-load);
  const double p1 = p0 * load;
  CHECK(q.present == about(load));
  CHECK(q.p_waits == about(1.0 - p0 - p1));
  CHECK(q.busy_share == about((p1 + 2.0 * (1.0 - p0 - p1)) / 2.0));
  CHECK(q.waiting == about(load - p1 - 2.0 * (1.0 - p0 - p1)));
  CHECK(q.p_lost == about(q.waiting / load));
}

TEST_CASE("as patience grows Erlang A becomes Erlang C, and as it shrinks Erlang B") {
  const auto patient = models::erlang_a(6.0, 3.0, 3, 1e-9);
  CHECK(patient.wait_of_served == Approx(4.0 / 27.0).epsilon(1e-8));
  CHECK(patient.p_waits == Approx(4.0 / 9.0).epsilon(1e-8));
  CHECK(patient.p_lost < 1e-9);
  const auto impatient = models::erlang_a(6.0, 3.0, 3, 1e9);
  CHECK(impatient.p_lost == Approx(models::erlang_b(2.0, 3)).epsilon(1e-8));
  CHECK(impatient.wait_of_served < 1e-8);
}

TEST_CASE("Erlang A serves what its servers have time for") {
  for (const double theta : {0.2, 1.0, 5.0}) {
    const auto q = models::erlang_a(4.0, 1.0, 3, theta);
    CHECK(4.0 * (1.0 - q.p_lost) == about(3.0 * q.busy_share));
  }
}

TEST_CASE("the wait of the served in Erlang A agrees with a sum over its states") {
  // One server: an arrival that finds k waiting is served with probability mu / (mu + (k+1) theta)
  // and then waits the sum of 1 / (mu + (j+1) theta), j = 0..k.
  const double lambda = 2.0;
  const double mu = 1.0;
  const double theta = 0.5;
  std::vector<double> p{1.0};
  double total = 1.0;
  for (int n = 1; n < 200; ++n) {
    p.push_back(p.back() * lambda / (mu + (n - 1) * theta));
    total += p.back();
  }
  double served = p[0];
  double waits = 0.0;
  for (std::size_t n = 1; n < p.size(); ++n) {
    double wait = 0.0;
    for (std::size_t j = 1; j <= n; ++j)
      wait += 1.0 / (mu + static_cast<double>(j) * theta);
    const double p_served = mu / (mu + static_cast<double>(n) * theta);
    served += p[n] * p_served;
    waits += p[n] * p_served * wait;
  }
  const auto q = models::erlang_a(lambda, mu, 1, theta);
  CHECK(q.p_lost == about(1.0 - served / total));
  CHECK(q.wait_of_served == about(waits / served));
}

TEST_CASE("two priority classes worked by hand: waits 1 and 10/3") {
  const auto waits = models::priority_waits(std::vector<double>{0.3, 0.4}, 1.0, 1);
  REQUIRE(waits.size() == 2);
  CHECK(waits[0] == about(1.0));
  CHECK(waits[1] == about(10.0 / 3.0));
  const auto general = models::priority_waits(std::vector<models::PriorityClass>{
      {.lambda = 0.3, .mean_service = 1.0}, {.lambda = 0.4, .mean_service = 1.0}});
  CHECK(general[0] == about(1.0));
  CHECK(general[1] == about(10.0 / 3.0));
}

TEST_CASE("priorities move waiting between classes and leave its sum") {
  const auto waits = models::priority_waits(std::vector<double>{1.0, 2.0, 3.0}, 3.0, 3);
  CHECK((1.0 * waits[0] + 2.0 * waits[1] + 3.0 * waits[2]) / 6.0 == about(4.0 / 27.0));
  CHECK(waits[0] < waits[1]);
  CHECK(waits[1] < waits[2]);
  // The same with work of different lengths: the sum of rho x wait is that of M/G/1.
  const auto unequal = models::priority_waits(
      std::vector<models::PriorityClass>{{.lambda = 0.5, .mean_service = 1.0, .scv = 0.0},
                                         {.lambda = 0.1, .mean_service = 3.0, .scv = 2.0}});
  const double until_free = 0.5 * 1.0 / 2.0 + 0.1 * 9.0 * 3.0 / 2.0;
  CHECK(unequal[0] == about(until_free / 0.5));
  CHECK(0.5 * unequal[0] + 0.3 * unequal[1] == about(0.8 * until_free / 0.2));
}

TEST_CASE("one class waits as M/M/c does, and a class beyond capacity forever") {
  CHECK(models::priority_waits(std::vector<double>{6.0}, 3.0, 3)[0] == about(4.0 / 27.0));
  const auto over = models::priority_waits(std::vector<double>{1.0, 3.0}, 1.0, 2);
  CHECK(over[0] ==
        about(1.0));  // someone is always in service: 1/2 until one is free, over 1 - 1/2
  CHECK(over[1] == infinity);
  const auto one = models::priority_waits(std::vector<models::PriorityClass>{
      {.lambda = 0.5, .mean_service = 1.0}, {.lambda = 1.0, .mean_service = 2.0}});
  CHECK(one[0] == about((0.5 + 0.5 * 2.0) / 0.5));
  CHECK(one[1] == infinity);
}
