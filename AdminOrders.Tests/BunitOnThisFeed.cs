using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace AdminOrders.Tests;

internal static class BunitOnThisFeed
{
    [ModuleInitializer]
    internal static void Initialize() =>
        AssemblyLoadContext.Default.Resolving += (context, name) => name is { Name: "AngleSharp.Diffing", Version: not null }
            ? context.LoadFromAssemblyName(new AssemblyName(name.Name))
            : null;
}
