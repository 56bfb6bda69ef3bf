package org.carebench.simulator.platform;

import java.util.List;
import org.carebench.simulator.http.Faults;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.world.World;

/** Every platform that the simulator speaks; a new one gets its line here. */
public final class PlatformServers {

    private PlatformServers() {}

    /** One server for each prefix. */
    public static List<PlatformServer> over(World world, Tokens tokens, Faults faults) {
        return List.of();
    }
}
