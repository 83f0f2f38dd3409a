package fobsmith.desk.hardware;

import fobsmith.devices.Instruction;
import fobsmith.registry.Token;

/** What the desk wants of the operator while a token is given its seed, or how that ended. */
sealed interface Question {

    /** Something has to be done with the token. */
    record Act(Instruction instruction) implements Question {}

    /**
     * Two codes off its display.
     *
     * @param wrongBefore whether those typed last were wrong
     * @param timesLeft how often they will be asked for again
     */
    record ReadCodes(boolean wrongBefore, int timesLeft) implements Question {}

    /** It has its seed and has shown its codes. */
    record Proven(Token token) implements Question {}

    /** It has not; a token that was being written is void until it is written again. */
    record Stopped(Exception failure) implements Question {}
}
