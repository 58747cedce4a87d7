using System.Runtime.CompilerServices;
using Bunit;

namespace AdminOrders.Tests.Support;

/// <summary>How long a component may take to draw what a test waits for: a busy machine fails no test that an idle one passes. What is promised within a time has its own bound.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromMinutes(1);
}
