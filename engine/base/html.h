// Text in HTML: whatever it is, it is shown and not obeyed.
#pragma once

#include <string>
#include <string_view>

namespace polder {

/// Text as it stands in HTML, between quotes too.
std::string in_html(std::string_view text);

}  // namespace polder
