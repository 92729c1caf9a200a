# The hash of the model's sources, taken when building: part of every run's identity. A change in store, compare or the
# commands does not touch it.
#
# Included by CMakeLists.txt it adds the generated file to polder_simulation; run as a script (cmake -P) with ROOT,
# LIST, VERSION and OUTPUT it writes that file.
if(CMAKE_SCRIPT_MODE_FILE)
  file(STRINGS ${LIST} paths)
  set(all "")
  foreach(path IN LISTS paths)
    file(SHA256 ${ROOT}/${path} digest)
    string(APPEND all "${path} ${digest}\n")
  endforeach()
  string(SHA256 digest "${all}")
  string(CONFIGURE [[
// Written by cmake/model_sources.cmake when the model's sources change.
#include "simulation/model_sources.h"

namespace polder {

std::string_view model_sources_hash() { return "@digest@"; }
std::string_view engine_version() { return "@VERSION@"; }

}  // namespace polder
]] text @ONLY)
  file(WRITE ${OUTPUT} "${text}")
  return()
endif()

set(patterns ${PROJECT_SOURCE_DIR}/include/polder/*.h)
foreach(module base data world scenario government systems simulation indicators ensemble)
  list(APPEND patterns ${PROJECT_SOURCE_DIR}/engine/${module}/*.h ${PROJECT_SOURCE_DIR}/engine/${module}/*.cpp)
endforeach()
file(GLOB_RECURSE model_files RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS ${patterns})
list(SORT model_files)
set(list_file ${PROJECT_BINARY_DIR}/model_sources.txt)
list(JOIN model_files "\n" list_text)
file(CONFIGURE OUTPUT ${list_file} CONTENT "${list_text}\n" @ONLY)  # touched only when a file comes or goes
list(TRANSFORM model_files PREPEND ${PROJECT_SOURCE_DIR}/)
add_custom_command(
  OUTPUT ${PROJECT_BINARY_DIR}/model_sources.cpp
  COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DLIST=${list_file} -DVERSION=${PROJECT_VERSION}
          -DOUTPUT=${PROJECT_BINARY_DIR}/model_sources.cpp -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${model_files} ${list_file} ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "Hashing the model's sources"
  VERBATIM)
# Objects of their own, so that nothing waits for the hash but the last link.
add_library(polder_model_sources OBJECT ${PROJECT_BINARY_DIR}/model_sources.cpp)
target_link_libraries(polder_model_sources PRIVATE polder_flags polder_checks)
target_sources(polder_simulation PRIVATE $<TARGET_OBJECTS:polder_model_sources>)
