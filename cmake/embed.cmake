# Puts files into the program, so that a user who has nothing but the binary has them too.
#
#   ficap_embed(target BASE folder FILES a.json b/c.json ...)
#
# makes a source of the target that defines ficap::io::embedded_scenario() (io/embedded.hpp). It is
# made anew at build time whenever a file changes; bytes are written as numbers, because compilers
# limit the length of a string.
if(CMAKE_SCRIPT_MODE_FILE)
  set(values "")
  set(entries "")
  set(index 0)
  foreach(file IN LISTS FILES)
    file(READ "${BASE}/${file}" bytes HEX)
    string(LENGTH "${bytes}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
    string(APPEND values "constexpr std::array<char, ${size}> file_${index}{\n${bytes}};\n")
    string(APPEND entries
      "  if (name == \"${file}\") return std::string{file_${index}.begin(), file_${index}.end()};\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(WRITE "${OUTPUT}" "#include \"io/embedded.hpp\"

#include <array>

namespace ficap::io {

namespace {

${values}
}  // namespace

std::optional<std::string> embedded_scenario(const std::string& name) {
${entries}  return std::nullopt;
}

}  // namespace ficap::io
")
  return()
endif()

set(ficap_embed_script ${CMAKE_CURRENT_LIST_FILE})
function(ficap_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "BASE" "FILES")
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp)
  list(TRANSFORM arg_FILES PREPEND "${arg_BASE}/" OUTPUT_VARIABLE paths)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DBASE=${arg_BASE}" "-DFILES=${arg_FILES}" -DOUTPUT=${output}
      -P ${ficap_embed_script}
    DEPENDS ${paths} ${ficap_embed_script}
    COMMENT "Embedding scenarios"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
