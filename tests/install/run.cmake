# Installs BUILD into a fresh folder, then configures, builds and runs the program here with what was installed.
# Run as cmake -DBUILD=... -DWORK=... -P run.cmake
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)

function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE output)
  if(output STREQUAL "")
    message(FATAL_ERROR "no output: ${ARGV}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${WORK}/build -G Ninja -DCMAKE_PREFIX_PATH=${prefix})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/uses_polder)
run(${prefix}/bin/polder --help)
if(NOT EXISTS ${prefix}/share/polder/scenarios/countries/toy)
  message(FATAL_ERROR "the scenarios were not installed")
endif()
