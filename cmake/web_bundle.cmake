# What a page of results carries within itself (report/web): bundled by node once for all builds of
# this source tree, in build/web-bundle.
#
#   ficap_web_bundle(target)
#
# makes a source of the target that defines what report/html/page_assets.hpp declares.
function(ficap_web_bundle target)
  find_program(FICAP_NODE node REQUIRED)
  set(folder ${PROJECT_SOURCE_DIR}/build/web-bundle)
  set(web ${PROJECT_SOURCE_DIR}/report/web)
  add_custom_command(OUTPUT ${folder}/page_assets.cpp
    COMMAND ${FICAP_NODE} ${web}/bundle.mjs ${folder}
    DEPENDS ${web}/bundle.mjs ${web}/page.js ${web}/page.css ${web}/package.json
      ${web}/package-lock.json ${web}/.npmrc
    COMMENT "Bundling what a page carries"
    VERBATIM)
  target_sources(${target} PRIVATE ${folder}/page_assets.cpp)
endfunction()
