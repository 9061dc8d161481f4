// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "layer/feature.hpp"

namespace incidentmap {

/// Hands features to writers, each on a thread of its own and each given all of them, in order, in batches,
/// never more than a few batches ahead: so that laying out and writing go on side by side in bounded memory.
/// What goes wrong there is thrown by the next call here.
class FeatureQueue {
  public:
    /// A writer: both are called on its thread, the second once, after the last feature.
    struct Taker {
        std::function<void(const Feature&)> take;
        std::function<void()> finish;
    };

    explicit FeatureQueue(std::vector<Taker> takers);
    /// Stops the threads; what still waits is dropped.
    ~FeatureQueue();
    FeatureQueue(const FeatureQueue&) = delete;
    FeatureQueue& operator=(const FeatureQueue&) = delete;

    /// The batch that the next features go into; valid until the next call here.
    FeatureBatch& rows();

    /// Waits until everything was taken and the writers have finished. To be called once; nothing can follow.
    void finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
