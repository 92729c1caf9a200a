#include "cli/commands.h"
namespace polder::cli {
void add_compare(CLI::App& program, Action& action) { (void)program; (void)action; }
}
