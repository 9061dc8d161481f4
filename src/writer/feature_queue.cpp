// SPDX-License-Identifier: MIT
#include "writer/feature_queue.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace incidentmap {
namespace {

constexpr std::size_t full_size = 64;
constexpr std::size_t full_bytes = std::size_t{1} << 18;
constexpr std::size_t batch_count = 8;
/// Who has to wait does so until this many batches are there, or free: waking a thread costs as much as a few
/// features.
constexpr std::size_t worth_waking = 4;

}  // namespace

struct FeatureQueue::State {
    explicit State(std::size_t takers) : taken(takers, 0) {}

    FeatureBatch& filling() { return batches[handed_over % batch_count]; }
    /// Batches that were handed over and that not all have taken.
    std::uint64_t waiting() const { return handed_over - *std::min_element(taken.begin(), taken.end()); }
    void hand_over();
    void end(bool abandon);
    const FeatureBatch* wait_for(std::uint64_t number);
    bool is_complete();
    void work(std::size_t number, const Taker& taker);

    std::array<FeatureBatch, batch_count> batches;  ///< batch n is batches[n % batch_count]
    std::vector<std::thread> threads;

    std::mutex mutex;
    std::condition_variable filled;    ///< for the threads
    std::condition_variable freed;     ///< for the one who fills
    std::uint64_t handed_over = 0;     ///< batches
    std::vector<std::uint64_t> taken;  ///< batches, by each thread
    std::size_t starving = 0;          ///< threads that wait
    bool is_full = false;              ///< the one who fills waits
    bool is_ended = false;
    bool is_abandoned = false;
    std::exception_ptr failure;
};

void FeatureQueue::State::hand_over() {
    std::unique_lock lock(mutex);
    ++handed_over;
    // The next batch is free when all have taken what it held before.
    if (starving > 0 && waiting() >= worth_waking) filled.notify_all();
    if (waiting() >= batch_count) {
        is_full = true;
        freed.wait(lock, [&] { return failure || waiting() <= batch_count - worth_waking; });
        is_full = false;
    }
    if (failure) std::rethrow_exception(failure);
    lock.unlock();
    filling().clear();
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
    if (number >= handed_over) {
        ++starving;
        filled.wait(lock, [&] { return number + worth_waking <= handed_over || is_ended || failure; });
        --starving;
    }
    if (is_abandoned || failure || number >= handed_over) return nullptr;
    return &batches[number % batch_count];
}

/// Whether all features were handed over and nothing went wrong.
bool FeatureQueue::State::is_complete() {
    const std::lock_guard lock(mutex);
    return is_ended && !is_abandoned && !failure;
}

void FeatureQueue::State::work(std::size_t number, const Taker& taker) {
    try {
        std::uint64_t next = 0;
        while (const FeatureBatch* batch = wait_for(next)) {
            for (std::size_t i = 0; i < batch->size(); ++i) taker.take((*batch)[i]);
            ++next;
            const std::lock_guard lock(mutex);
            taken[number] = next;
            if (is_full && waiting() <= batch_count - worth_waking) freed.notify_all();
        }
        if (is_complete()) taker.finish();
    } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        filled.notify_all();
        freed.notify_all();
    }
}

FeatureQueue::FeatureQueue(std::vector<Taker> takers) : m_state{std::make_unique<State>(takers.size())} {
    for (std::size_t i = 0; i < takers.size(); ++i) {
        m_state->threads.emplace_back(
            [state = m_state.get(), i, taker = std::move(takers[i])] { state->work(i, taker); });
    }
}

FeatureQueue::~FeatureQueue() { m_state->end(true); }

FeatureBatch& FeatureQueue::rows() {
    const FeatureBatch& batch = m_state->filling();
    if (batch.size() >= full_size || batch.bytes() >= full_bytes) m_state->hand_over();
    return m_state->filling();
}

void FeatureQueue::finish() {
    m_state->hand_over();
    m_state->end(false);
    if (m_state->failure) std::rethrow_exception(m_state->failure);
}

}  // namespace incidentmap
