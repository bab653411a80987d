#pragma once

#include <vector>

/// Steady states of queues that have a formula. The simulator is tested against them, and they say
/// how far a rule of thumb reaches.
///
/// Notation: lambda, arrivals per unit of time; mu, what one server finishes per unit of time;
/// theta, the rate at which one who waits gives up; rho, the load per server. The unit of time is
/// the caller's: times come back in the unit whose inverse the rates have.
namespace ficap::models {

/// Long-run means of a queue that everyone joins and nobody leaves unserved.
struct SteadyQueue {
  double p_waits{};     ///< probability that an arrival waits
  double wait{};        ///< mean time from arrival to start, over all
  double sojourn{};     ///< mean time from arrival to end
  double waiting{};     ///< mean number waiting
  double present{};     ///< mean number waiting or in service
  double busy_share{};  ///< share of the servers' time that is used: rho, at most 1
};

/// Probability that all servers are busy when those who find them so are lost (M/G/c/c); it
/// depends on service only by its mean.
///
/// @param load     lambda / mu, >= 0
/// @param servers  >= 0
/// Source: Erlang B, by its recursion B(c) = a B(c-1) / (c + a B(c-1)), B(0) = 1; Gross, Shortle,
///         Thompson and Harris, Fundamentals of Queueing Theory, 4th ed. (2008), ch. 2.
[[nodiscard]] double erlang_b(double load, int servers);

/// Probability that an arrival waits in M/M/c.
///
/// @param load     lambda / mu, >= 0
/// @param servers  >= 1
/// @returns 1 where load >= servers
/// Source: Erlang C, B / (1 - rho (1 - B)); as erlang_b.
[[nodiscard]] double erlang_c(double load, int servers);

/// One server, first come first served.
///
/// @param lambda  > 0
/// @param mu      > 0
/// @returns infinite times and numbers where lambda >= mu
/// Source: as erlang_b, ch. 2.
[[nodiscard]] SteadyQueue mm1(double lambda, double mu);

/// Several servers before one line.
///
/// @param lambda   > 0
/// @param mu       > 0, per server
/// @param servers  >= 1
/// @returns infinite times and numbers where lambda >= servers * mu
/// Source: as erlang_b, ch. 2.
[[nodiscard]] SteadyQueue mmc(double lambda, double mu, int servers);

/// One server whose work has any distribution.
///
/// @param lambda        > 0
/// @param mean_service  mean time of service, > 0
/// @param scv           squared coefficient of variation of service, >= 0: 1 is the exponential
/// @returns infinite times and numbers where lambda * mean_service >= 1
/// Source: Pollaczek-Khinchine; as erlang_b, ch. 5.
[[nodiscard]] SteadyQueue mg1(double lambda, double mean_service, double scv);

/// Long-run means of a queue that some leave unserved. Little's law holds for each part.
struct LossyQueue {
  double p_lost{};          ///< share of the arrivals that is never served
  double p_waits{};         ///< share of the arrivals that joins and waits
  double wait_of_served{};  ///< mean time from arrival to start, over the served
  double waiting{};         ///< mean number waiting
  double present{};         ///< mean number waiting or in service
  double busy_share{};      ///< share of the servers' time that is used
};

/// Several servers and room for so many; who finds it full is lost (M/M/c/K).
///
/// @param lambda   > 0
/// @param mu       > 0, per server
/// @param servers  >= 1
/// @param room     most that can be present, those in service included, >= servers
/// Source: as erlang_b, ch. 2.
[[nodiscard]] LossyQueue mmck(double lambda, double mu, int servers, int room);

/// Several servers, and patience that ends after an exponential time (M/M/c+M, Erlang A). It has
/// a steady state under any load.
///
/// @param lambda   > 0
/// @param mu       > 0, per server
/// @param servers  >= 1
/// @param theta    > 0, inverse of the mean patience
/// Source: Palm (1957); Mandelbaum and Zeltyn, "Service engineering in action: the Palm/Erlang-A
///         queue", in Advances in Services Innovations (2007). States are summed until the rest
///         is below 1e-17 of the sum.
[[nodiscard]] LossyQueue erlang_a(double lambda, double mu, int servers, double theta);

/// Mean waits of classes that share servers, the lower index first, nobody interrupted, all with
/// the same exponential work.
///
/// @param lambdas  arrivals of each class, >= 0, the most urgent first
/// @param mu       > 0, per server
/// @param servers  >= 1
/// @returns one wait a class; infinite from the class on with which the load reaches the servers
/// Source: Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954).
[[nodiscard]] std::vector<double> priority_waits(const std::vector<double>& lambdas,
                                                 double mu,
                                                 int servers);

/// Work of one class of a single server.
struct PriorityClass {
  double lambda{};        ///< arrivals, >= 0
  double mean_service{};  ///< > 0
  double scv{1.0};        ///< squared coefficient of variation of service, >= 0
};

/// Mean waits of classes that share one server, the lower index first, nobody interrupted, each
/// with its own distribution of work (M/G/1).
///
/// @param classes  the most urgent first
/// @returns one wait a class; infinite from the class on with which the load reaches 1
/// Source: Cobham, as priority_waits.
[[nodiscard]] std::vector<double> priority_waits(const std::vector<PriorityClass>& classes);

}  // namespace ficap::models
