# The page that reports are written into, made of viz/ when building. With npm it holds the code that draws the charts;
# without npm, or where npm cannot reach its registry, it is the page and its style alone, and reports have tables.
#
# Included by CMakeLists.txt it adds the generated file to polder_report; run as a script (cmake -P) with VIZ (the
# folder of the sources), WORK (a folder to build in), NPM (the program, or empty) and OUTPUT it writes that file.
if(CMAKE_SCRIPT_MODE_FILE)
  set(page "")
  if(NPM)
    file(MAKE_DIRECTORY ${WORK})
    file(COPY ${VIZ}/ DESTINATION ${WORK} PATTERN node_modules EXCLUDE)
    file(SHA256 ${VIZ}/package-lock.json wanted)
    set(present "")
    if(EXISTS ${WORK}/installed.txt)
      file(READ ${WORK}/installed.txt present)
    endif()
    set(failed 0)
    if(NOT present STREQUAL wanted)
      message(STATUS "npm ci in ${WORK}")
      execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline WORKING_DIRECTORY ${WORK}
                      RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said TIMEOUT 300)
      if(failed EQUAL 0)
        file(WRITE ${WORK}/installed.txt "${wanted}")
      endif()
    endif()
    if(failed EQUAL 0)
      execute_process(COMMAND ${NPM} run --silent build WORKING_DIRECTORY ${WORK}
                      RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said TIMEOUT 300)
    endif()
    if(failed EQUAL 0)
      file(READ ${WORK}/dist/index.html page)
    else()
      message(WARNING "npm could not build the charts of reports, which will have tables only. Remove ${OUTPUT} to try "
                      "again. npm said:\n${said}")
    endif()
  endif()
  set(charts true)
  if(page STREQUAL "")
    set(charts false)
    file(READ ${VIZ}/index.html page)
    file(READ ${VIZ}/src/report.css style)
    string(REPLACE "<link rel=\"stylesheet\" href=\"/src/report.css\">" "<style>\n${style}</style>" page "${page}")
    string(REPLACE "<script type=\"module\" src=\"/src/main.ts\"></script>\n" "" page "${page}")
  endif()
  # A list would lose semicolons and brackets: the text is put together as it is.
  file(WRITE ${OUTPUT} "// Written by cmake/report_page.cmake from viz/.\n#include \"report/page.h\"\n#include \"report/report.h\"\n\n"
       "namespace polder::report {\n\nbool draws_charts() { return ${charts}; }\n\n"
       "std::string_view page_of_reports() {\n  return R\"polder_page(")
  file(APPEND ${OUTPUT} "${page}")
  file(APPEND ${OUTPUT} ")polder_page\";\n}\n\n}  // namespace polder::report\n")
  return()
endif()

option(POLDER_CHARTS "Reports with charts, where npm is there" ON)
set(npm "")
if(POLDER_CHARTS)
  find_program(POLDER_NPM npm)
  if(POLDER_NPM)
    set(npm ${POLDER_NPM})
  endif()
endif()
file(GLOB_RECURSE viz_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/viz/*)
list(FILTER viz_files EXCLUDE REGEX "/viz/(node_modules|dist|test)/")
add_custom_command(
  OUTPUT ${PROJECT_BINARY_DIR}/report_page.cpp
  COMMAND ${CMAKE_COMMAND} -DVIZ=${PROJECT_SOURCE_DIR}/viz -DWORK=${PROJECT_BINARY_DIR}/viz -DNPM=${npm}
          -DOUTPUT=${PROJECT_BINARY_DIR}/report_page.cpp -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${viz_files} ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "Building the page of reports"
  VERBATIM)
add_library(polder_report_page OBJECT ${PROJECT_BINARY_DIR}/report_page.cpp)
set_target_properties(polder_report_page PROPERTIES UNITY_BUILD OFF)  # an object with a name of its own in the archive
target_link_libraries(polder_report_page PRIVATE polder_flags polder_checks)
target_sources(polder_report PRIVATE $<TARGET_OBJECTS:polder_report_page>)
