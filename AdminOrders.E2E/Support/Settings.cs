using System.Globalization;

namespace AdminOrders.E2E.Support;

/// <summary>What the environment says about a run of the browser tests.</summary>
internal static class Settings
{
    /// <summary>An installation that runs already; null: the tests start their own.</summary>
    public static Uri? BaseUrl => Read("BASE_URL") is { } address ? new Uri(address) : null;

    /// <summary>The browser's program file; null: one is looked for.</summary>
    public static string? ChromiumPath => Read("CHROMIUM_PATH");

    /// <summary>Whether a missing browser may be installed.</summary>
    public static bool MayInstall => IsOn("ADMINORDERS_E2E_INSTALL");

    /// <summary>Whether the pictures under docs/screenshots are taken anew.</summary>
    public static bool TakesScreenshots => IsOn("ADMINORDERS_SCREENSHOTS");

    /// <summary>Whether the browser is to be seen at work.</summary>
    public static bool IsHeaded => IsOn("HEADED");

    /// <summary>How long the browser pauses before each thing it does, in milliseconds.</summary>
    public static float SlowMotion => Read("SLOWMO") is { } pause ? float.Parse(pause, CultureInfo.InvariantCulture) : 0;

    /// <summary>Whether the trace of a failed journey shows the page before and after every step; that is a sixth more work.</summary>
    public static bool TracesPages => Read("TRACE") is "pages";

    /// <summary>Whether a failed journey keeps a video beside its trace.</summary>
    public static bool TakesVideo => IsOn("VIDEO");

    /// <summary>A PostgreSQL server on which tests make databases of their own; null: there is none.</summary>
    public static string? Postgres => Read("ADMINORDERS_TEST_POSTGRES");

    /// <summary>The variable's value; null where it is unset or empty.</summary>
    public static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static bool IsOn(string variable) => Read(variable) is "1" or "true";
}
