# The warnings every target of ours compiles under. They become errors through the presets
# (CMAKE_COMPILE_WARNING_AS_ERROR), so that a newer compiler elsewhere still builds.
add_library(ficap_warnings INTERFACE)
target_compile_options(ficap_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wdouble-promotion)
# clang only: once inlined, the streams of g++ 12's library and Boost's headers set it off, and so do
# the branches that sanitisers add.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(ficap_warnings INTERFACE -Wnull-dereference)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 misfires on a std::variant that is moved; clang's analyser and the sanitisers look instead.
  # So it does at -O3 on the copying within "text" + std::string (GCC's bug 105651).
  target_compile_options(ficap_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()

# The same bits from every compiler: a*b+c is two roundings everywhere.
add_compile_options(-ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 packs small generator states into vector registers, at twice the cost of a draw.
  add_compile_options(-fno-tree-slp-vectorize)
endif()
