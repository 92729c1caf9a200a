# cmake --install: the program, the libraries, the public headers, the scenarios, and find_package(polder).
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/polder)
install(TARGETS polder_flags polder_base polder_data polder_world polder_scenario polder_government polder_systems
                polder_indicators polder_simulation polder_ensemble polder_store polder_compare polder_engine EXPORT polder)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/polder DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/polder)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(TARGET polder)
  install(TARGETS polder)
endif()

install(EXPORT polder NAMESPACE polder:: DESTINATION ${package_dir} FILE polderTargets.cmake)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/polderConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/polderConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/polderConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/polderConfig.cmake ${PROJECT_BINARY_DIR}/polderConfigVersion.cmake
        DESTINATION ${package_dir})
