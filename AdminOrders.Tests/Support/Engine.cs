using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace AdminOrders.Tests.Support;

/// <summary>What a store lies on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>The engines that tests run on: SQLite always, PostgreSQL where <c>ADMINORDERS_TEST_POSTGRES</c> names a server.</summary>
public static class Engines
{
    /// <summary>How the server for tests is reached, by somebody who may make databases; null: there is none.</summary>
    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("ADMINORDERS_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static IReadOnlyList<Engine> All { get; } = PostgresServer is null ? [Engine.Sqlite] : [Engine.Sqlite, Engine.Postgres];
}

/// <summary>A row of a theory for each engine: the engine first, then these arguments.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryEngineAttribute(params object?[] arguments) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => Engines.All.Select(engine => (object?[])[engine, .. arguments]);
}

/// <summary>A row of a theory for each engine and each row of a member of the test's class.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineWithAttribute(string member) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod)
    {
        var rows = new MemberDataAttribute(member).GetData(testMethod).ToList();
        return Engines.All.SelectMany(engine => rows.Select(row => (object?[])[engine, .. row]));
    }
}

/// <summary>A fact about PostgreSQL: it is a test only where there is a server.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("AdminOrders.Tests.Support.PostgresFactDiscoverer", "AdminOrders.Tests")]
public sealed class PostgresFactAttribute : FactAttribute;

public sealed class PostgresFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Engines.PostgresServer is null ? [] : base.Discover(discoveryOptions, testMethod, factAttribute);
}
