// What the codes of messages mean, for `polder explain E120`.
#pragma once

#include <span>
#include <string_view>

namespace polder::cli {

struct ErrorCode {
  std::string_view code, en, nl;
};
std::span<const ErrorCode> error_codes();

}  // namespace polder::cli
