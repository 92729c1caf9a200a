#include "store/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace polder::store {

ScratchFolder::ScratchFolder(const std::filesystem::path& in) {
  std::string name = (in / ".polder-XXXXXX").string();  // mkdtemp puts letters for the X
  if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace polder::store
