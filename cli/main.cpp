#include <iostream>
#include <string>
#include <vector>

#include "cli/command.hpp"

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  const auto code = ficap::cli::run_program(arguments, {.out = std::cout, .err = std::cerr});
  return static_cast<int>(code);
}
