// SPDX-License-Identifier: MIT
#include "writer/feature_queue.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace incidentmap {
namespace {

constexpr std::size_t batch_size = 256;
constexpr std::size_t most_waiting = 16;

using Batch = std::vector<LaidFeature>;

}  // namespace

struct FeatureQueue::State {
    std::function<void(LaidFeature&&)> take;
    Batch filling;

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Batch> waiting;
    bool is_ended = false;
    bool is_abandoned = false;
    std::exception_ptr failure;
    std::thread thread;

    void hand_over();
    void end(bool abandon);
    bool next(Batch& batch);
    void work();
};

void FeatureQueue::State::hand_over() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return waiting.size() < most_waiting || failure; });
    if (failure) std::rethrow_exception(failure);
    waiting.push_back(std::exchange(filling, {}));
    filling.reserve(batch_size);
    changed.notify_all();
}

void FeatureQueue::State::end(bool abandon) {
    const std::lock_guard lock(mutex);
    is_ended = true;
    is_abandoned = abandon;
    changed.notify_all();
}

/// Fills \p batch; false at the end.
bool FeatureQueue::State::next(Batch& batch) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return !waiting.empty() || is_ended; });
    if (is_abandoned || waiting.empty()) return false;
    batch = std::move(waiting.front());
    waiting.pop_front();
    changed.notify_all();
    return true;
}

void FeatureQueue::State::work() {
    try {
        Batch batch;
        while (next(batch)) {
            for (LaidFeature& laid : batch) take(std::move(laid));
        }
    } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
        waiting.clear();
        changed.notify_all();
    }
}

FeatureQueue::FeatureQueue(std::function<void(LaidFeature&&)> take) : m_state{std::make_unique<State>()} {
    m_state->take = std::move(take);
    m_state->thread = std::thread([state = m_state.get()] { state->work(); });
}

FeatureQueue::~FeatureQueue() {
    m_state->end(true);
    if (m_state->thread.joinable()) m_state->thread.join();
}

void FeatureQueue::add(LaidFeature&& laid) {
    m_state->filling.push_back(std::move(laid));
    if (m_state->filling.size() >= batch_size) m_state->hand_over();
}

void FeatureQueue::finish() {
    m_state->hand_over();
    m_state->end(false);
    m_state->thread.join();
    if (m_state->failure) std::rethrow_exception(m_state->failure);
}

}  // namespace incidentmap
