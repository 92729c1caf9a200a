# One executable per folder of tests; every TEST is a ctest test of its own, labelled with its folder (unit, exact,
# ...). Suites whose name starts with "Deep" are labelled `deep` instead: tools/test.sh leaves them to --deep, as it
# does with the label `validation`.
find_package(GTest REQUIRED)
include(GoogleTest)
find_library(RAPIDCHECK rapidcheck REQUIRED)

function(polder_tests folder)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${folder}/*.cpp)
  if(NOT sources)
    return()
  endif()
  string(REPLACE "/" "_" target "test_${folder}")
  add_executable(${target} ${sources})
  target_link_libraries(${target} PRIVATE ${ARGN} GTest::gtest GTest::gtest_main GTest::gmock)
  target_precompile_headers(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/gtest.h)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)  # the engine they link is optimised fully
  string(REGEX REPLACE "/.*" "" top ${folder})
  foreach(label IN ITEMS ${top} deep)
    set(filter "-Deep*")
    if(label STREQUAL deep)
      set(filter "Deep*")
    endif()
    gtest_discover_tests(${target} TEST_FILTER "${filter}" TEST_LIST ${target}_${label} DISCOVERY_MODE PRE_TEST
                         DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 600 LABELS ${label})
  endforeach()
endfunction()

foreach(module base data world scenario systems simulation indicators ensemble store compare)
  polder_tests(unit/${module} polder_support)
endforeach()
polder_tests(unit/government polder_support ${RAPIDCHECK})
polder_tests(unit/calibrate polder_support polder_calibrate)
polder_tests(unit/reproduce polder_support polder_reproduce nlohmann_json::nlohmann_json)
polder_tests(unit/report polder_support polder_report ${RAPIDCHECK} nlohmann_json::nlohmann_json)
polder_tests(unit/sensitivity polder_support polder_sensitivity)
polder_tests(unit/cli polder_support polder_cli CLI11::CLI11 nlohmann_json::nlohmann_json)
if(TARGET test_unit_cli)  # runs the program itself too
  target_compile_definitions(test_unit_cli PRIVATE POLDER_BINARY="$<TARGET_FILE:polder>")
  add_dependencies(test_unit_cli polder)
endif()
foreach(folder exact golden)
  polder_tests(${folder} polder_support)
endforeach()
polder_tests(determinism polder_study_support TBB::tbb)  # built in Debug too: little of the engine
polder_tests(inputs polder_support polder_calibrate)
polder_tests(validation polder_support polder_calibrate)  # the model against published figures: minutes, on request
polder_tests(property polder_support ${RAPIDCHECK})

# Reads the sources, links none of them.
polder_tests(architecture polder_checks fmt::fmt nlohmann_json::nlohmann_json)
if(TARGET test_architecture)
  target_include_directories(test_architecture PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(test_architecture PRIVATE POLDER_ROOT="${PROJECT_SOURCE_DIR}")
endif()

# What others do: install, find_package(polder), link, run. Sanitized libraries are not for others.
if(POLDER_INSTALL AND NOT POLDER_SANITIZE)
  add_test(NAME install COMMAND ${CMAKE_COMMAND} -DBUILD=${PROJECT_BINARY_DIR} -DWORK=${PROJECT_BINARY_DIR}/install_test
                                -P ${PROJECT_SOURCE_DIR}/tests/install/run.cmake)
  set_tests_properties(install PROPERTIES LABELS install TIMEOUT 600)
endif()

# A report in a real browser: Debian's chromium, driven by packages of npm that the page of reports brings along. Skipped,
# with the reason, where one of them is missing.
add_test(NAME browser COMMAND ${CMAKE_COMMAND} -DPOLDER=$<TARGET_FILE:polder> -DROOT=${PROJECT_SOURCE_DIR}
                              -DVIZ=${PROJECT_BINARY_DIR}/viz -DWORK=${PROJECT_BINARY_DIR}/browser_test
                              -P ${PROJECT_SOURCE_DIR}/tests/browser/run.cmake)
set_tests_properties(browser PROPERTIES LABELS browser TIMEOUT 600 SKIP_REGULAR_EXPRESSION "browser test skipped")
