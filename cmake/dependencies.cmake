# Every dependency has one home; the include rules in tests/architecture hold it there.
# They come from the package manager of the machine: tools/setup.sh for Debian, vcpkg.json elsewhere.
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(nlohmann_json 3.11 REQUIRED)
if(FICAP_TESTS)
  find_package(doctest 2.4 REQUIRED)
endif()

# models/ and study/: matrices. Vectorised kernels sum in an order that depends on the
# instruction set, so two machines would differ in the last bits.
add_library(ficap_eigen INTERFACE)
add_library(ficap::eigen ALIAS ficap_eigen)
target_link_libraries(ficap_eigen INTERFACE Eigen3::Eigen)
target_compile_definitions(ficap_eigen INTERFACE EIGEN_DONT_VECTORIZE EIGEN_MPL2_ONLY)

# models/: the stage graph. Boost.Graph is used as headers only.
add_library(ficap_graph INTERFACE)
add_library(ficap::graph ALIAS ficap_graph)
target_link_libraries(ficap_graph INTERFACE Boost::headers)

# io/ and report/: reading and writing JSON, chart specifications.
add_library(ficap_json INTERFACE)
add_library(ficap::json ALIAS ficap_json)
target_link_libraries(ficap_json INTERFACE nlohmann_json::nlohmann_json)

# store/: runs in one file. STRICT tables came with 3.37.
find_package(SQLite3 3.37 REQUIRED)
add_library(ficap_sqlite INTERFACE)
add_library(ficap::sqlite ALIAS ficap_sqlite)
target_link_libraries(ficap_sqlite INTERFACE SQLite::SQLite3)

# report/: workbooks. Debian has no CMake package for it, vcpkg has no other.
find_package(unofficial-libxlsxwriter CONFIG QUIET)
add_library(ficap_xlsxwriter INTERFACE)
add_library(ficap::xlsxwriter ALIAS ficap_xlsxwriter)
if(TARGET unofficial::libxlsxwriter::libxlsxwriter)
  target_link_libraries(ficap_xlsxwriter INTERFACE unofficial::libxlsxwriter::libxlsxwriter)
else()
  find_path(ficap_xlsxwriter_include NAMES xlsxwriter.h REQUIRED)
  find_library(ficap_xlsxwriter_library NAMES xlsxwriter REQUIRED)
  mark_as_advanced(ficap_xlsxwriter_include ficap_xlsxwriter_library)
  target_include_directories(ficap_xlsxwriter SYSTEM INTERFACE ${ficap_xlsxwriter_include})
  target_link_libraries(ficap_xlsxwriter INTERFACE ${ficap_xlsxwriter_library})
endif()

# cli/: the command line.
add_library(ficap_program_options INTERFACE)
add_library(ficap::program_options ALIAS ficap_program_options)
target_link_libraries(ficap_program_options INTERFACE Boost::program_options)

# The version, for what prints it or writes it into a result: cli/ and io/ only. A model
# that knew it could come to depend on it.
add_library(ficap_version INTERFACE)
add_library(ficap::version ALIAS ficap_version)
target_compile_definitions(ficap_version INTERFACE FICAP_VERSION="${PROJECT_VERSION}")
