using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Orders;

/// <summary>Walks the compiled code of the rules: it knows no database, no task, no clock, no culture and no log.</summary>
public sealed class PurityTests
{
    private const string Pure = "AdminOrders.Core.Orders";

    private static readonly string[] ForbiddenTypes =
    [
        "Microsoft.EntityFrameworkCore.", "Microsoft.Data.", "Microsoft.Extensions.", "Microsoft.AspNetCore.", "System.Threading.", "System.IO.",
        "System.Net.", "System.Data.", "System.TimeProvider", "System.Random", "System.Environment.", "System.Console", "AdminOrders.Core.Storage.",
        "AdminOrders.Core.Text.", "AdminOrders.Core.Documents.",
    ];

    // Formatting without a culture is invariant only when it says so; asking for the current one is never allowed.
    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Globalization.CultureInfo.get_CurrentCulture",
        "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    // The compiler writes them into records and iterators.
    private static readonly string[] WrittenByTheCompiler = ["System.Environment.get_CurrentManagedThreadId"];

    [Fact]
    public void The_rules_are_pure()
    {
        var used = Used(typeof(Rules).Assembly, type => type.StartsWith(Pure, StringComparison.Ordinal) && !type.Contains("EventJson", StringComparison.Ordinal));

        Assert.Contains("AdminOrders.Core.Orders.CancellationRules.Cancel", used);
        Assert.DoesNotContain(used, IsForbidden);
    }

    [Fact]
    public void The_walk_sees_what_is_not_pure()
    {
        var used = Used(typeof(PurityTests).Assembly, type => type.StartsWith("AdminOrders.Tests.Orders.PurityTests", StringComparison.Ordinal));

        Assert.Contains(used, IsForbidden);
    }

    private static bool IsForbidden(string used) =>
        !WrittenByTheCompiler.Contains(used, StringComparer.Ordinal)
        && (ForbiddenMembers.Contains(used, StringComparer.Ordinal) || ForbiddenTypes.Any(type => used.StartsWith(type, StringComparison.Ordinal)));

    private static HashSet<string> Used(Assembly assembly, Func<string, bool> isChosen)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var code = file.GetMetadataReader();
        var walk = new CodeWalk(file, code);
        foreach (var handle in code.TypeDefinitions.Where(handle => isChosen(walk.NameOf(handle))))
        {
            walk.Type(code.GetTypeDefinition(handle));
        }

        return walk.Used;
    }
}
