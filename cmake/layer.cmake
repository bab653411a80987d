# A layer is a folder, a library and a row of the dependency table, all of one name.
# Every public header is compiled alone (target all_verify_interface_header_sets), so each
# one includes what it needs.
#
#   ficap_layer(name SOURCES a.cpp ... HEADERS a.hpp ... [USES ficap::below ...])
function(ficap_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;USES")
  add_library(ficap_${name} STATIC ${arg_SOURCES})
  add_library(ficap::${name} ALIAS ficap_${name})
  target_sources(ficap_${name} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_compile_features(ficap_${name} PUBLIC cxx_std_20)
  set_target_properties(ficap_${name} PROPERTIES
    CXX_EXTENSIONS OFF VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(ficap_${name} PUBLIC ${arg_USES} PRIVATE ficap_warnings)
endfunction()

# One doctest program, ficap_<name>_tests, and its ctest entry of the same name. Further test
# files may share a folder: call it again with another name.
#
#   ficap_tests(name SOURCES a_test.cpp ... [USES ficap::layer ...] [LABELS unit])
#
# LABELS: unit (the default), oracle, golden; slow for a program that stays out of the
# sanitised builds, threads for one that the thread sanitiser runs.
add_custom_target(ficap_threads COMMENT "Test programs labelled threads")
function(ficap_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LABELS")
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()
  add_executable(ficap_${name}_tests ${arg_SOURCES})
  target_compile_features(ficap_${name}_tests PRIVATE cxx_std_20)
  set_target_properties(ficap_${name}_tests PROPERTIES CXX_EXTENSIONS OFF)
  target_include_directories(ficap_${name}_tests PRIVATE ${PROJECT_SOURCE_DIR})
  # Tests read scenarios, goldens and sources from the tree they were built from.
  target_compile_definitions(ficap_${name}_tests PRIVATE
    FICAP_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(ficap_${name}_tests PRIVATE
    ficap_tests_main doctest::doctest ficap_warnings ${arg_USES})
  add_test(NAME ${name} COMMAND ficap_${name}_tests)
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 1200)
  if("threads" IN_LIST arg_LABELS)
    add_dependencies(ficap_threads ficap_${name}_tests)
  endif()
endfunction()
