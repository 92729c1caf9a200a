#include <cstring>
#include <functional>
#include <type_traits>

#include "base/hash.h"
#include "base/packing.h"
#include "polder/simulation/simulation.h"
#include "world/visit_columns.h"

namespace polder {
namespace {

constexpr std::string_view magic = "polder checkpoint 2\n";

/// Gives values to a sink of bytes, one after another.
class Writer {
 public:
  using Sink = std::function<void(const void*, std::size_t)>;
  explicit Writer(Sink sink) : sink_(std::move(sink)) {}
  template <class T>
  void value(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    sink_(&value, sizeof value);
  }
  template <class Container>
  void values(const Container& container) {
    value(static_cast<std::uint64_t>(container.size()));
    if (container.size() > 0) sink_(&*container.begin(), container.size() * sizeof(*container.begin()));
  }
  void text(const std::string& text) { values(text); }

 private:
  Sink sink_;
};

class Reader {
 public:
  /// `left`: bytes when unpacked.
  Reader(std::string_view packed, std::uint64_t left) : bytes_(packed), left_(left) {}
  template <class T>
  void value(T& value) {
    take(&value, sizeof value);
  }
  template <class Container>
  void values(Container& container) {
    std::uint64_t size = 0;
    value(size);
    ensure(size <= left_ / sizeof(*container.begin()), whole);
    container.resize(size);
    if (size > 0) take(&*container.begin(), size * sizeof(*container.begin()));
  }
  void text(std::string& text) { values(text); }
  void end() const { ensure(left_ == 0, whole); }

 private:
  static constexpr const char* whole = "a checkpoint with a right digest is whole";
  void take(void* to, std::uint64_t size) {
    ensure(size <= left_, whole);
    bytes_.take(to, size);
    left_ -= size;
  }
  Unpacker bytes_;
  std::uint64_t left_;
};

/// The parts of the World that are not columns, in one order for writing and reading.
template <class Archive, class W>
void small_parts(Archive& archive, W& world) {
  visit_parts(world, [&](std::string_view, auto& part) {
    if constexpr (requires(std::remove_cvref_t<decltype(part)>& own) { own.resize(0); })
      archive.values(part);
    else
      archive.value(part);
  });
}

void write_ledger(Writer& writer, const Ledger& ledger) {
  writer.value(static_cast<std::uint64_t>(ledger.balance.size()));
  for (const auto& [account, cents] : ledger.balance) {
    writer.value(account.actor);
    writer.value(account.number);
    writer.value(cents);
  }
}

void read_ledger(Reader& reader, Ledger& ledger) {
  std::uint64_t size = 0;
  reader.value(size);
  for (; size > 0; --size) {
    Account account;
    Cents cents = 0;
    reader.value(account.actor);
    reader.value(account.number);
    reader.value(cents);
    ledger.balance[account] = cents;
  }
}

template <class Archive, class Row>
void ledger_row(Archive& archive, Row& row) {
  archive.value(row.month);
  archive.text(row.payer);
  archive.text(row.payee);
  archive.text(row.purpose);
  archive.value(row.cents);
}

template <class Archive, class Row>
void posting_row(Archive& archive, Row& row) {
  for (auto* account : {&row.payer, &row.payee}) {
    archive.value(account->actor);
    archive.value(account->number);
  }
  archive.value(row.purpose);
  archive.value(row.cents);
}

template <class Archive, class Row>
void indicator_row(Archive& archive, Row& row) {
  archive.value(row.month);
  archive.value(row.level);
  archive.text(row.area);
  archive.text(row.part);
  archive.values(row.values);
}

template <class Archive, class Row>
void occupation_row(Archive& archive, Row& row) {
  archive.value(row.month);
  archive.text(row.area);
  archive.text(row.occupation);
  archive.value(row.seekers);
  archive.value(row.vacancies);
  archive.value(row.employed);
  archive.value(row.change);
}

template <class Archive, class Row>
void decision_row(Archive& archive, Row& row) {
  archive.value(row.month);
  for (auto* text : {&row.actor, &row.task, &row.level, &row.step, &row.reason}) archive.text(*text);
  archive.value(row.outcome);
  archive.value(row.waited);
}

template <class Archive, class Row>
void any_row(Archive& archive, Row& row) {
  if constexpr (std::is_same_v<std::decay_t<Row>, LedgerRow>)
    ledger_row(archive, row);
  else if constexpr (std::is_same_v<std::decay_t<Row>, Posting>)
    posting_row(archive, row);
  else if constexpr (std::is_same_v<std::decay_t<Row>, OccupationRow>)
    occupation_row(archive, row);
  else if constexpr (std::is_same_v<std::decay_t<Row>, DecisionRow>)
    decision_row(archive, row);
  else
    indicator_row(archive, row);
}

/// Lists of rows, each by its own function, in one order for writing and reading.
template <class O, class Each>
void each_list(O& observations, Each each) {
  each(observations.indicators);
  each(observations.indicators_by);
  each(observations.ledger);
  each(observations.occupations);
  each(observations.decisions);
  each(observations.year);
}

template <class O, class Each>
void each_panel(O& observations, Each each) {
  each(observations.leavers);
  each(observations.ww_starters);
  each(observations.trainees);
  each(observations.workers);
  each(observations.school_leavers);
}

void write_observations(Writer& writer, const Observations& observations) {
  each_list(observations, [&](const auto& list) {
    writer.value(static_cast<std::uint64_t>(list.size()));
    for (const auto& one : list) any_row(writer, one);
  });
  writer.values(observations.month_hashes);
  writer.value(static_cast<std::uint64_t>(observations.cohorts.size()));
  for (const auto& cohort : observations.cohorts) writer.values(cohort);
  each_panel(observations, [&](const YearPanel& panel) {
    writer.values(panel.persons);
    writer.values(panel.mark);
  });
}

void read_observations(Reader& reader, Observations& observations) {
  each_list(observations, [&](auto& list) {
    std::uint64_t size = 0;
    reader.value(size);
    list.resize(size);
    for (auto& one : list) any_row(reader, one);
  });
  reader.values(observations.month_hashes);
  std::uint64_t cohorts = 0;
  reader.value(cohorts);
  observations.cohorts.resize(cohorts);
  for (auto& cohort : observations.cohorts) reader.values(cohort);
  each_panel(observations, [&](YearPanel& panel) {
    reader.values(panel.persons);
    reader.values(panel.mark);
  });
}

}  // namespace

std::uint64_t hash_of(const World& world) {
  std::string small;
  Writer writer([&](const void* data, std::size_t size) { small.append(static_cast<const char*>(data), size); });
  small_parts(writer, world);
  write_ledger(writer, world.ledger);
  Hash hash = hash_text(small);
  visit_columns(world,
                [&](std::string_view, const auto& column) { hash = hash_bytes(std::as_bytes(column.span()), hash); });
  return hash;
}

std::string to_checkpoint(const RunState& state) {
  std::string bytes(magic);
  Packer packer(bytes);
  std::uint64_t unpacked = 0;
  Writer writer([&](const void* data, std::size_t size) {
    packer.add(data, size);
    unpacked += size;
  });
  small_parts(writer, state.world);
  write_ledger(writer, state.world.ledger);
  visit_columns(state.world, [&](std::string_view, const auto& column) { writer.values(column); });
  write_observations(writer, state.observations);
  packer.end();
  bytes.append(reinterpret_cast<const char*>(&unpacked), sizeof unpacked);
  const Hash digest = hash_text(bytes);
  bytes.append(reinterpret_cast<const char*>(&digest), sizeof digest);
  return bytes;
}

RunState from_checkpoint(const std::string& bytes, std::string_view name) {
  const auto refuse = [&](const std::string& why) {
    Problem problem;
    problem.code = "E310";
    problem.file = name;
    problem.message = why;
    problem.help = "delete the file; the run starts again from its beginning";
    throw InputError({problem});
  };
  std::uint64_t unpacked = 0;
  if (bytes.size() < magic.size() + sizeof unpacked + sizeof(Hash) || bytes.compare(0, magic.size(), magic) != 0)
    refuse("this is not a checkpoint of this version");
  const std::string_view content(bytes.data(), bytes.size() - sizeof(Hash));
  Hash digest = 0;
  std::memcpy(&digest, bytes.data() + content.size(), sizeof digest);
  if (digest != hash_text(content)) refuse("the checkpoint is damaged: its digest does not fit");
  RunState state;
  const std::string_view packed = content.substr(magic.size(), content.size() - magic.size() - sizeof unpacked);
  std::memcpy(&unpacked, packed.data() + packed.size(), sizeof unpacked);
  Reader reader(packed, unpacked);
  small_parts(reader, state.world);
  read_ledger(reader, state.world.ledger);
  visit_columns(state.world, [&](std::string_view, auto& column) { reader.values(column); });
  read_observations(reader, state.observations);
  reader.end();
  return state;
}

}  // namespace polder
