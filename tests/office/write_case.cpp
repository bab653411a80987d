#include <cstdio>
#include <cstring>
#include <string>

#include "report/workbook/workbook.hpp"
#include "tests/support/worked_case.hpp"

// Writes the worked case as a workbook, for the scripts beside this.
int main(int count, char** words) {
  if (count != 3) {
    std::fputs("usage: ficap_write_case worked|hostile FILE\n", stderr);
    return 2;
  }
  const bool hostile = std::strcmp(words[1], "hostile") == 0;
  const ficap::test::WorkedCase made =
      hostile ? ficap::test::hostile_case() : ficap::test::worked_case();
  const std::string bytes = ficap::report::workbook::appraisal_workbook(made.facts());
  std::FILE* const file = std::fopen(words[2], "wb");
  if (file == nullptr) return 1;
  const bool whole = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && whole ? 0 : 1;
}
