// Leaving who carries out a task for several municipalities.
#pragma once

#include <vector>

#include "government/decisions.h"
#include "systems/cooperation/levels.h"

namespace polder::cooperation {

/// A municipality has a task carried out at home from now on, `author` being who put it there. Of a joint body it pays
/// the exit fee; those who remain in an arrangement count it as a promise broken. Nothing happens at home.
/// Writes  provision, decided (Left), ties.breached, ledger (ExitFee, Switching)
void leave(World& world, const Inputs& inputs, Mover& mover, MunicipalityIndex m, Task task, Author author,
           government::Reason why);

/// What leaving means but for the move itself: the record, the exit fee, and a promise broken to those who remain, once
/// for each body that is not in `left` yet.
void depart(World& world, const Inputs& inputs, MunicipalityIndex m, Task task, government::Reason why, int waited,
            std::vector<BodyIndex>& left);
/// A municipality breaks a promise to all others who have a task in a body.
void break_promise(World& world, const Country& country, MunicipalityIndex m, BodyIndex body);
/// After the moves: the largest who stays is host where the host left.
void find_hosts(World& world, const Country& country, const std::vector<BodyIndex>& left);

/// The exit fee of a municipality that leaves a joint body, to those who remain, by what they pay for the task; no cent
/// is lost. Nothing where nobody remains, or from another form.
void pay_exit_fee(World& world, const Inputs& inputs, MunicipalityIndex m, Task task,
                  const std::vector<MunicipalityIndex>& remaining);

/// Those whose term of notice is over leave.
void end_notices(World& world, const Inputs& inputs, Mover& mover);

/// At the yearly review: who has a task in an arrangement by a decision of councils may give notice.
/// Draws  Draw::Leaving   Writes  provision.leaves, decided (Left, outcome 0)
void weigh_leaving(World& world, const Inputs& inputs, const Random& random);

}  // namespace polder::cooperation
