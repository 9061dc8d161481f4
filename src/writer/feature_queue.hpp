// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "layer/feature.hpp"

namespace incidentmap {

/// Hands features to a thread of its own, in order, in batches, never more than a few batches ahead: so that
/// laying out and writing go on side by side in bounded memory. What goes wrong there is thrown by the next
/// call here.
class FeatureQueue {
  public:
    /// \p take is called on the thread, for one feature after the other.
    explicit FeatureQueue(std::function<void(LaidFeature&&)> take);
    /// Stops the thread; what still waits is dropped.
    ~FeatureQueue();
    FeatureQueue(const FeatureQueue&) = delete;
    FeatureQueue& operator=(const FeatureQueue&) = delete;

    void add(LaidFeature&& laid);

    /// Waits until everything was taken. To be called once; nothing can follow.
    void finish();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace incidentmap
