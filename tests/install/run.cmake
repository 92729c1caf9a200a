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
# A study anywhere on the machine finds the installed scenarios, not those of the sources.
execute_process(COMMAND mktemp -d OUTPUT_VARIABLE mine OUTPUT_STRIP_TRAILING_WHITESPACE)
file(COPY ${prefix}/share/polder/scenarios/studies/toy-closure/study.yaml DESTINATION ${mine})
execute_process(COMMAND ${prefix}/bin/polder doctor --study ${mine}/study.yaml WORKING_DIRECTORY ${mine}
                OUTPUT_VARIABLE doctor)
# Templates of studies are carried in the program.
execute_process(COMMAND ${prefix}/bin/polder new study first --template minimal WORKING_DIRECTORY ${mine}
                COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
execute_process(COMMAND ${prefix}/bin/polder check first/study.yaml WORKING_DIRECTORY ${mine}
                COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
file(REMOVE_RECURSE ${mine})
if(NOT doctor MATCHES "${prefix}/share/polder/scenarios")
  message(FATAL_ERROR "the study did not find the installed scenarios:\n${doctor}")
endif()
if(NOT EXISTS ${prefix}/share/polder/scenarios/countries/toy)
  message(FATAL_ERROR "the scenarios were not installed")
endif()
