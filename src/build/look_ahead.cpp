// SPDX-License-Identifier: MIT
#include "build/look_ahead.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "core/hash.hpp"
#include "locate/decisions.hpp"
#include "locate/found_locations.hpp"
#include "locate/locate_report.hpp"
#include "locate/measure.hpp"

namespace incidentmap {
namespace {

/// For fewer, opening the gazetteers again costs more than it saves.
constexpr std::int64_t worth_threads = 200;

constexpr std::size_t batch_size = 32;
constexpr std::size_t batches_a_thread = 4;  ///< that wait for a thread, or for who places them
constexpr std::size_t most_shared = 20'000;
constexpr std::size_t most_pairs = 64;
constexpr std::size_t most_seen =
    8192;  ///< fewer than most_shared, so that what was seen is not forgotten there

struct Member {
    Member(IncidentReports&& of_incident, bool placed)
        : reports{std::move(of_incident)},
          numbers{reports.numbers.begin(), reports.numbers.end()},
          is_placed{placed} {}

    /// What it refers to of who collected them lasts for one incident only.
    void give(const LookAhead::Take& take) {
        reports.numbers = numbers;
        take(reports, is_placed);
    }

    IncidentReports reports;
    std::vector<std::uint32_t> numbers;
    bool is_placed = false;
};

/// Incidents that are looked up together.
struct Batch {
    enum class Is { waiting, looked_up, done };
    std::vector<Member> members;
    Is is = Is::waiting;
};

std::optional<std::vector<Gazetteer>> opened_again(const std::vector<Gazetteer>& gazetteers) {
    std::vector<Gazetteer> again;
    for (const Gazetteer& gazetteer : gazetteers) {
        auto opened = gazetteer.opened_again();
        if (!opened) return std::nullopt;
        again.push_back(*std::move(opened));
    }
    return again;
}

/// What one thread looks up with.
class Looker {
  public:
    Looker(std::vector<Gazetteer> gazetteers, const std::shared_ptr<FoundLocations>& found)
        : m_resolver{std::move(gazetteers)}, m_locator{m_resolver, m_no_decisions}, m_found{*found} {
        m_resolver.share(found);
    }

    void look_up(const IncidentReports& reports) {
        const Hash128 asked = hash128(asked_by(reports));
        if (std::exchange(m_seen[asked.high % most_seen], asked.low) == asked.low) return;
        for (const Report& report : reports.first) {
            const ReportLocator::Named named = m_locator.look_up(report, reports.first);
            if (named.places.size() * named.launches.size() <= most_pairs) measure_all(named);
        }
        m_resolver.forget_if_large(most_shared / 4);
    }

  private:
    /// All that the answers for an incident depend on.
    const std::string& asked_by(const IncidentReports& reports) {
        m_asked.clear();
        const auto add = [this](std::string_view text) { (m_asked += text) += '\x1F'; };
        for (const Report& report : reports.first) {
            for (const auto* localities : {&report.places, &report.launch_places}) {
                for (const std::string& locality : *localities) add(locality);
                m_asked += '\x1E';
            }
            for (const ReportColumn column :
                 {ReportColumn::country, ReportColumn::admin1, ReportColumn::admin2,
                  ReportColumn::launch_country, ReportColumn::launch_admin1, ReportColumn::latitude,
                  ReportColumn::longitude, ReportColumn::launch_latitude, ReportColumn::launch_longitude})
                add(report[column]);
        }
        return m_asked;
    }

    void measure_all(const ReportLocator::Named& named) {
        for (const Location* launch : named.launches) {
            for (const Location* place : named.places) {
                if (!launch->has_place() || !place->has_place() || m_found.measure(*launch, *place)) continue;
                m_found.keep_measure(*launch, *place,
                                     std::make_shared<const Measure>(measure(*launch, *place)));
            }
        }
    }

    Decisions m_no_decisions;
    Resolver m_resolver;
    ReportLocator m_locator;
    FoundLocations& m_found;
    std::string m_asked;
    /// Hashes of what was asked lately. One takes the place of another: what was seen and is forgotten is
    /// asked again, and found.
    std::vector<std::uint64_t> m_seen = std::vector<std::uint64_t>(most_seen);
};

}  // namespace

struct LookAhead::State {
    ~State();
    void work(Looker& looker);
    void give_first(const Take& take);

    std::vector<std::unique_ptr<Looker>> lookers;
    std::vector<std::thread> threads;
    std::vector<Member> filling;

    std::mutex mutex;
    std::condition_variable added;   ///< for the threads
    std::condition_variable looked;  ///< for who places
    std::deque<Batch> batches;       ///< a deque's own stay where they are
    std::size_t next = 0;            ///< among the batches, for a thread
    bool is_ended = false;
};

LookAhead::State::~State() {
    {
        const std::lock_guard lock(mutex);
        is_ended = true;
    }
    added.notify_all();
    for (std::thread& thread : threads) thread.join();
}

void LookAhead::State::work(Looker& looker) {
    std::unique_lock lock(mutex);
    for (;;) {
        added.wait(lock, [&] { return is_ended || next < batches.size(); });
        if (is_ended) return;
        Batch& batch = batches[next++];
        batch.is = Batch::Is::looked_up;
        lock.unlock();
        for (const Member& member : batch.members) {
            try {
                if (member.is_placed) looker.look_up(member.reports);
            } catch (...) {
                // Who places the incident meets the same, and tells it in its turn.
                continue;
            }
        }
        lock.lock();
        batch.is = Batch::Is::done;
        looked.notify_all();
    }
}

/// Gives the first batch on; one that no thread has begun is not waited for.
void LookAhead::State::give_first(const Take& take) {
    std::unique_lock lock(mutex);
    Batch& first = batches.front();
    if (first.is == Batch::Is::waiting) {
        first.is = Batch::Is::done;
        ++next;
    }
    looked.wait(lock, [&] { return first.is == Batch::Is::done; });
    std::vector<Member> members = std::move(first.members);
    batches.pop_front();
    --next;
    lock.unlock();
    for (Member& member : members) member.give(take);
}

LookAhead::LookAhead(Resolver& resolver, unsigned threads, std::int64_t incidents) {
    if (threads < 2 || incidents < worth_threads) return;
    std::vector<std::vector<Gazetteer>> gazetteers;
    for (unsigned i = 0; i < threads; ++i) {
        auto again = opened_again(resolver.gazetteers());
        if (!again) return;
        gazetteers.push_back(*std::move(again));
    }
    if (!resolver.shared()) resolver.share(std::make_shared<FoundLocations>(most_shared));
    m_state = std::make_unique<State>();
    for (auto& of_thread : gazetteers)
        m_state->lookers.push_back(std::make_unique<Looker>(std::move(of_thread), resolver.shared()));
    for (auto& looker : m_state->lookers)
        m_state->threads.emplace_back([state = m_state.get(), &looker] { state->work(*looker); });
}

LookAhead::~LookAhead() = default;

void LookAhead::add(IncidentReports&& reports, bool is_placed, const Take& take) {
    if (!m_state) return take(reports, is_placed);
    State& state = *m_state;
    state.filling.emplace_back(std::move(reports), is_placed);
    if (state.filling.size() < batch_size) return;
    bool is_full = false;
    {
        const std::lock_guard lock(state.mutex);
        state.batches.push_back({std::exchange(state.filling, {})});
        is_full = state.batches.size() > batches_a_thread * state.threads.size();
    }
    state.added.notify_one();
    if (is_full) state.give_first(take);
}

void LookAhead::finish(const Take& take) {
    if (!m_state) return;
    State& state = *m_state;
    while (!state.batches.empty()) state.give_first(take);
    for (Member& member : state.filling) member.give(take);
    state.filling.clear();
}

}  // namespace incidentmap
