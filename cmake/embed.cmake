# Files that the program carries in itself: templates of studies and its citation.
#
# Included by CMakeLists.txt it adds the generated file to polder_cli; run as a script (cmake -P) with ROOT, LIST and
# OUTPUT it writes that file.
if(CMAKE_SCRIPT_MODE_FILE)
  file(STRINGS ${LIST} paths)
  set(entries "")
  foreach(path IN LISTS paths)
    file(READ ${ROOT}/${path} text)
    string(APPEND entries "    {\"${path}\", R\"embedded(${text})embedded\"},\n")
  endforeach()
  file(WRITE ${OUTPUT} "// Written by cmake/embed.cmake.
#include \"cli/embedded.h\"

#include <array>

namespace polder::cli {
namespace {

constexpr auto files = std::to_array<EmbeddedFile>({
${entries}});

}  // namespace

std::span<const EmbeddedFile> embedded_files() { return files; }

}  // namespace polder::cli
")
  return()
endif()

file(GLOB embedded RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/scenarios/templates/*.yaml)
list(APPEND embedded CITATION.cff)
list(SORT embedded)
list(JOIN embedded "\n" embedded_text)
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/embedded.txt CONTENT "${embedded_text}\n" @ONLY)
list(TRANSFORM embedded PREPEND ${PROJECT_SOURCE_DIR}/)
add_custom_command(
  OUTPUT ${PROJECT_BINARY_DIR}/embedded.cpp
  COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DLIST=${PROJECT_BINARY_DIR}/embedded.txt
          -DOUTPUT=${PROJECT_BINARY_DIR}/embedded.cpp -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${embedded} ${PROJECT_BINARY_DIR}/embedded.txt ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "Embedding templates"
  VERBATIM)
add_library(polder_embedded OBJECT ${PROJECT_BINARY_DIR}/embedded.cpp)
target_link_libraries(polder_embedded PRIVATE polder_flags polder_checks)
target_sources(polder_cli PRIVATE $<TARGET_OBJECTS:polder_embedded>)
