// A page on paper, by the browser of this machine.
#pragma once

#include <filesystem>

namespace polder::cli {

/// Chromium, or a browser made of it, on the path. Throws InputError E390 if there is none.
std::filesystem::path find_browser();

/// Prints an HTML file into a PDF file, which is there whole or not at all. Throws InputError E391 if the browser fails
/// or does not end in three minutes.
void print_page(const std::filesystem::path& browser, const std::filesystem::path& html,
                const std::filesystem::path& pdf);

}  // namespace polder::cli
