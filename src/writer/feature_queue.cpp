// SPDX-License-Identifier: MIT
#include "writer/feature_queue.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace incidentmap {
namespace {

constexpr std::size_t full_size = 64;
constexpr std::size_t full_bytes = std::size_t{1} << 18;
constexpr std::size_t most_waiting =
    48;  ///< batches: what a writer falls behind while the disk makes it wait
/// Who has to wait does so until this many batches are there, or free: waking a thread costs as much as a few
/// features.
constexpr std::size_t worth_waking = 4;

/// A batch that was handed over, and how many threads have yet to take it.
struct Waiting {
    std::unique_ptr<FeatureBatch> batch;
    std::size_t takers_left = 0;
};

}  // namespace

struct FeatureQueue::State {
    void hand_over();
    void end(bool abandon);
    const FeatureBatch* wait_for(std::uint64_t number);
    void taken(std::uint64_t number);
    bool is_complete();
    void work(const Taker& taker);

    std::unique_ptr<FeatureBatch> filling = std::make_unique<FeatureBatch>();
    std::vector<std::thread> threads;
    std::size_t taker_count = 0;

    std::mutex mutex;
    std::condition_variable filled;  ///< for the threads
    std::condition_variable freed;   ///< for the one who fills
    std::deque<Waiting> waiting;     ///< the first is batch number `first_waiting`
    std::uint64_t first_waiting = 0;
    std::vector<std::unique_ptr<FeatureBatch>>
        free;                  ///< the last one was used last, and is still in the cache
    std::size_t starving = 0;  ///< threads that wait
    bool is_full = false;      ///< the one who fills waits
    bool is_ended = false;
    bool is_abandoned = false;
    std::exception_ptr failure;
};

void FeatureQueue::State::hand_over() {
    std::unique_lock lock(mutex);
    waiting.push_back({std::move(filling), taker_count});
    if (starving > 0 && waiting.size() >= worth_waking) filled.notify_all();
    if (waiting.size() >= most_waiting) {
        is_full = true;
        freed.wait(lock, [&] { return failure || waiting.size() <= most_waiting - worth_waking; });
        is_full = false;
    }
    if (free.empty()) {
        filling = std::make_unique<FeatureBatch>();
    } else {
        filling = std::move(free.back());
        free.pop_back();
    }
    if (failure) std::rethrow_exception(failure);
}

void FeatureQueue::State::end(bool abandon) {
    {
        const std::lock_guard lock(mutex);
        is_ended = true;
        is_abandoned = is_abandoned || abandon;
        filled.notify_all();
    }
    for (std::thread& thread : threads) {
        if (thread.joinable()) thread.join();
    }
}

/// The batch of that number when it is there; null when there will be none.
const FeatureBatch* FeatureQueue::State::wait_for(std::uint64_t number) {
    std::unique_lock lock(mutex);
    const auto handed_over = [&] { return first_waiting + waiting.size(); };
    if (number >= handed_over()) {
        ++starving;
        filled.wait(lock, [&] { return number + worth_waking <= handed_over() || is_ended || failure; });
        --starving;
    }
    if (is_abandoned || failure || number >= handed_over()) return nullptr;
    return waiting[number - first_waiting].batch.get();
}

/// One thread is done with a batch. All take them in order, so the first is free first.
void FeatureQueue::State::taken(std::uint64_t number) {
    const std::lock_guard lock(mutex);
    --waiting[number - first_waiting].takers_left;
    while (!waiting.empty() && waiting.front().takers_left == 0) {
        waiting.front().batch->clear();
        free.push_back(std::move(waiting.front().batch));
        waiting.pop_front();
        ++first_waiting;
    }
    if (is_full && waiting.size() <= most_waiting - worth_waking) freed.notify_all();
}

/// Whether all features were handed over and nothing went wrong.
bool FeatureQueue::State::is_complete() {
    const std::lock_guard lock(mutex);
    return is_ended && !is_abandoned && !failure;
}

void FeatureQueue::State::work(const Taker& taker) {
    try {
        std::uint64_t number = 0;
        while (const FeatureBatch* batch = wait_for(number)) {
            for (std::size_t i = 0; i < batch->size(); ++i) taker.take((*batch)[i]);
            taken(number++);
        }
        if (is_complete()) taker.finish();
    } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        filled.notify_all();
        freed.notify_all();
    }
}

FeatureQueue::FeatureQueue(std::vector<Taker> takers) : m_state{std::make_unique<State>()} {
    m_state->taker_count = takers.size();
    for (Taker& taker : takers) {
        m_state->threads.emplace_back(
            [state = m_state.get(), taken_by = std::move(taker)] { state->work(taken_by); });
    }
}

FeatureQueue::~FeatureQueue() { m_state->end(true); }

FeatureBatch& FeatureQueue::rows() {
    const FeatureBatch& batch = *m_state->filling;
    if (batch.size() >= full_size || batch.bytes() >= full_bytes) m_state->hand_over();
    return *m_state->filling;
}

void FeatureQueue::finish() {
    m_state->hand_over();
    m_state->end(false);
    if (m_state->failure) std::rethrow_exception(m_state->failure);
}

}  // namespace incidentmap
