# The commit and the flags from and with which the program is built, for the manifest of a result. Looked up at every
# build, written when they differ: only the commands are linked again.
#
# Included by CMakeLists.txt it adds the generated file to polder_cli; run as a script (cmake -P) with ROOT, FLAGS and
# OUTPUT it writes that file.
if(CMAKE_SCRIPT_MODE_FILE)
  find_program(GIT git)
  set(commit "")
  if(GIT)
    execute_process(COMMAND ${GIT} -C ${ROOT} rev-parse HEAD OUTPUT_VARIABLE commit RESULT_VARIABLE failed
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    execute_process(COMMAND ${GIT} -C ${ROOT} rev-parse --show-toplevel OUTPUT_VARIABLE top
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    file(REAL_PATH ${ROOT} root)
    if(failed OR NOT top STREQUAL root)  # a copy of the sources inside another repository has no commit of its own
      set(commit "")
    else()
      execute_process(COMMAND ${GIT} -C ${ROOT} status --porcelain --untracked-files=no OUTPUT_VARIABLE changes
                      ERROR_QUIET)
      if(NOT changes STREQUAL "")
        string(APPEND commit "+changes")
      endif()
    endif()
  endif()
  string(CONFIGURE [[
// Written by cmake/build_facts.cmake when the commit or the flags change.
#include "cli/build_facts.h"

namespace polder::cli {

std::string_view built_from() { return "@commit@"; }
std::string_view built_with() { return "@FLAGS@"; }

}  // namespace polder::cli
]] text @ONLY)
  file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "${text}" @ONLY)
  return()
endif()

string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
set(build_flags "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}} -std=c++${CMAKE_CXX_STANDARD} -ffp-contract=off")
string(STRIP "${build_flags}" build_flags)
add_custom_target(polder_build_facts_now
  COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DFLAGS=${build_flags}
          -DOUTPUT=${PROJECT_BINARY_DIR}/build_facts.cpp -P ${CMAKE_CURRENT_LIST_FILE}
  BYPRODUCTS ${PROJECT_BINARY_DIR}/build_facts.cpp
  COMMENT "Looking up the commit"
  VERBATIM)
add_library(polder_build_facts OBJECT ${PROJECT_BINARY_DIR}/build_facts.cpp)
add_dependencies(polder_build_facts polder_build_facts_now)
target_link_libraries(polder_build_facts PRIVATE polder_flags polder_checks)
target_sources(polder_cli PRIVATE $<TARGET_OBJECTS:polder_build_facts>)
